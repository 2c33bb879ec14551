import { Button, Modal } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Language } from '../../../../contract/index.ts';
import { LANGUAGE_NAMES, LANGUAGES, useText } from '../../../ui/i18n.tsx';
import { Ago } from '../../parts/moment.tsx';
import { Part } from './page.tsx';
import { Row, Rows, Tag } from './rows.tsx';
import classes from './versions.module.css';

interface Version {
  readonly version: number;
  readonly author: string | null;
  readonly created_at: string;
}

/** How the versions of something are shown. `words`: what one says in a language, null where it says nothing; `used`: the one in use, and
 * what that is called; `take` puts one back where one writes; null: one may not write. */
interface Shown<V extends Version> {
  readonly versions: readonly V[];
  readonly used: { readonly version: number | null; readonly label: string };
  readonly title: (version: V) => string;
  readonly words: (version: V, language: Language) => ReactNode;
  readonly take: ((version: V) => void) | null;
}

function OneVersion<V extends Version>(props: { shown: Shown<V>; version: V; close: () => void }) {
  const text = useText();
  const { shown, version, close } = props;
  const { take } = shown;
  return (
    <Modal opened onClose={close} size="lg" title={shown.title(version)}>
      {LANGUAGES.map((language) => ({ language, words: shown.words(version, language) }))
        .filter(({ words }) => words !== null)
        .map(({ language, words }) => (
          <div key={language} className={classes.old}>
            <h3>{LANGUAGE_NAMES[language]}</h3>
            <p lang={language}>{words}</p>
          </div>
        ))}
      {take ? (
        <Button
          size="sm"
          variant="default"
          onClick={() => {
            take(version);
            close();
          }}
        >
          {text('settings-version-take')}
        </Button>
      ) : null}
    </Modal>
  );
}

/** Every version of something that is written and approved, newest first (T3). */
export function Versions<V extends Version>(shown: Shown<V>) {
  const text = useText();
  const [open, setOpen] = useState<V | null>(null);
  return (
    <Part title={text('settings-versions')}>
      <Rows label={text('settings-versions')}>
        {shown.versions.map((version) => (
          <Row
            key={version.version}
            title={text('settings-version', { version: version.version })}
            detail={
              <>
                {version.author ?? text('settings-version-shipped')} · <Ago at={version.created_at} />
              </>
            }
            aside={version.version === shown.used.version ? <Tag tone="ok">{shown.used.label}</Tag> : null}
            open={() => {
              setOpen(version);
            }}
          />
        ))}
      </Rows>
      {open ? (
        <OneVersion
          shown={shown}
          version={open}
          close={() => {
            setOpen(null);
          }}
        />
      ) : null}
    </Part>
  );
}
