import { useState } from 'react';
import type { OwnSettings, QuietChoice } from '../../../contract/index.ts';
import { useText } from '../../ui/i18n.tsx';
import { ChoiceRows, Group } from '../kit/group.tsx';
import classes from './settings.module.css';

type Kind = 'desk' | 'own' | 'off';
const USUAL = { from: '22:00', until: '08:00' };

const kindOf = (choice: QuietChoice): Kind => (choice === null ? 'desk' : choice === 'off' ? 'off' : 'own');

/** When one is left alone (U3): as the desk keeps it, by hours of one's own, or never. */
export function QuietSettings(props: { settings: OwnSettings; onChange: (choice: QuietChoice) => void }) {
  const text = useText();
  const { quiet_hours: choice, desk_quiet_hours: desk } = props.settings;
  const kind = kindOf(choice);
  const hours = choice !== null && choice !== 'off' ? choice : (desk ?? USUAL);
  const deskLabel = desk
    ? text('cabinet-quiet-desk', { from: desk.from, until: desk.until })
    : text('cabinet-quiet-desk-none');
  return (
    <Group heading={text('cabinet-quiet')} hint={text('cabinet-quiet-hint')}>
      <ChoiceRows<Kind>
        name="quiet"
        label={text('cabinet-quiet')}
        options={[
          { id: 'desk', label: deskLabel },
          { id: 'own', label: text('cabinet-quiet-own') },
          { id: 'off', label: text('cabinet-quiet-off') },
        ]}
        chosen={kind}
        onChoose={(next) => {
          props.onChange(next === 'own' ? hours : next === 'off' ? 'off' : null);
        }}
      />
      {kind === 'own' && <OwnHours hours={hours} onChange={props.onChange} />}
    </Group>
  );
}

type Hours = Exclude<QuietChoice, null | 'off'>;

function OwnHours({ hours, onChange }: { hours: Hours; onChange: (hours: Hours) => void }) {
  const text = useText();
  // What was typed here stands, whatever is answered meanwhile.
  const [edited, setEdited] = useState<Partial<Hours>>({});
  const typed = { ...hours, ...edited };
  const same = typed.from === typed.until;
  const settle = (): void => {
    const full = typed.from !== '' && typed.until !== '';
    if (full && !same && (typed.from !== hours.from || typed.until !== hours.until)) onChange(typed);
  };
  const one = (name: keyof Hours, label: string) => (
    <label className={classes.time}>
      <span>{label}</span>
      <input
        type="time"
        className={classes.clock}
        value={typed[name]}
        aria-invalid={same}
        onChange={(event) => {
          setEdited({ ...edited, [name]: event.currentTarget.value });
        }}
        onBlur={settle}
      />
    </label>
  );
  return (
    <div className={classes.times}>
      {one('from', text('cabinet-quiet-from'))}
      {one('until', text('cabinet-quiet-until'))}
      <p role="alert" className={classes.wrong}>
        {same ? text('cabinet-quiet-same') : ''}
      </p>
    </div>
  );
}
