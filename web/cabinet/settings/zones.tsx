import { useState } from 'react';
import { useText } from '../../ui/i18n.tsx';
import { useMe } from '../data/me.tsx';
import { ChoiceRows, Group } from '../kit/group.tsx';
import { Sheet } from '../kit/sheet.tsx';
import { zoneName } from '../words.ts';
import classes from './settings.module.css';

const SHOWN = 30;
const DESK = '';

/** Chooses the time zone in which one reads times: the desk's, this phone's, or any by its name. */
export function Zones(props: {
  chosen: string | null;
  onChoose: (zone: string | null) => void;
  onClose: () => void;
}) {
  const text = useText();
  const { cabinet } = useMe();
  const [sought, setSought] = useState('');
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const words = sought.trim().toLowerCase().replaceAll(' ', '_');
  const all = Intl.supportedValuesOf('timeZone');
  const found = words === '' ? [] : all.filter((zone) => zone.toLowerCase().includes(words));
  const likely = [...new Set([props.chosen ?? here, here])];
  const options =
    words === ''
      ? [
          { id: DESK, label: text('cabinet-zone-desk', { zone: zoneName(cabinet.desk.time_zone) }) },
          ...likely.map((zone) => ({
            id: zone,
            label: zone === here ? text('cabinet-zone-here', { zone: zoneName(zone) }) : zoneName(zone),
          })),
        ]
      : found.slice(0, SHOWN).map((zone) => ({ id: zone, label: zoneName(zone) }));
  return (
    <Sheet title={text('cabinet-zone')} onClose={props.onClose}>
      <input
        type="search"
        className={classes.search}
        aria-label={text('cabinet-zone-search')}
        placeholder={text('cabinet-zone-search')}
        value={sought}
        onChange={(event) => {
          setSought(event.currentTarget.value);
        }}
      />
      <p role="status" className={classes.found}>
        {words !== '' && found.length === 0 ? text('cabinet-zone-none') : ''}
      </p>
      {options.length > 0 && (
        <Group>
          <ChoiceRows
            name="zone"
            label={text('cabinet-zone')}
            options={options}
            chosen={props.chosen ?? DESK}
            onChoose={(zone) => {
              props.onChoose(zone === DESK ? null : zone);
            }}
          />
        </Group>
      )}
    </Sheet>
  );
}
