import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import type { MacroHistory } from '../../../../contract/index.ts';
import { LANGUAGE_NAMES, LANGUAGES, useText } from '../../../ui/i18n.tsx';
import { Ago } from '../../parts/moment.tsx';
import { Part } from '../parts/page.tsx';
import { Row, Rows, Tag } from '../parts/rows.tsx';
import type { Draft } from './data.ts';
import classes from './macros.module.css';

type Version = MacroHistory['versions'][number];

/** A version as somebody could write it anew. */
export const draftOf = ({ title, titles, topic, place, texts, actions }: Omit<Version, 'id'>): Draft => ({
  ...{ title, titles, topic, place, texts, actions },
});

function OneVersion(props: { version: Version; take: ((draft: Draft) => void) | null; close: () => void }) {
  const text = useText();
  const { version, take, close } = props;
  return (
    <Modal
      opened
      onClose={close}
      size="lg"
      title={text('settings-version-title', { version: version.version, title: version.title })}
      closeButtonProps={{ 'aria-label': text('console-close') }}
    >
      {LANGUAGES.filter((language) => version.texts[language]).map((language) => (
        <div key={language} className={classes.old}>
          <h3>{LANGUAGE_NAMES[language]}</h3>
          <p lang={language}>{version.texts[language]}</p>
        </div>
      ))}
      {take ? (
        <Button
          size="sm"
          variant="default"
          onClick={() => {
            take(draftOf(version));
            close();
          }}
        >
          {text('settings-version-take')}
        </Button>
      ) : null}
    </Modal>
  );
}

/** Every version of a macro, newest first (T3). `take` puts one back where one writes; null: one may not write. */
export function Versions({ macro, take }: { macro: MacroHistory; take: ((draft: Draft) => void) | null }) {
  const text = useText();
  const [open, setOpen] = useState<Version | null>(null);
  return (
    <Part title={text('settings-versions')}>
      <Rows label={text('settings-versions')}>
        {macro.versions.map((version) => (
          <Row
            key={version.version}
            title={text('settings-version', { version: version.version })}
            detail={
              <>
                {version.author ?? text('settings-version-shipped')} · <Ago at={version.created_at} />
              </>
            }
            aside={
              version.version === macro.approved_version ? (
                <Tag tone="ok">{text('settings-version-used')}</Tag>
              ) : null
            }
            open={() => {
              setOpen(version);
            }}
          />
        ))}
      </Rows>
      {open ? (
        <OneVersion
          version={open}
          take={take}
          close={() => {
            setOpen(null);
          }}
        />
      ) : null}
    </Part>
  );
}
