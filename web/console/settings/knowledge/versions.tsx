import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import type { ArticleHistory, ArticleTexts } from '../../../../contract/index.ts';
import { LANGUAGE_NAMES, LANGUAGES, useText } from '../../../ui/i18n.tsx';
import { Ago } from '../../parts/moment.tsx';
import { Part } from '../parts/page.tsx';
import { Row, Rows, Tag } from '../parts/rows.tsx';
import classes from './knowledge.module.css';

type Version = ArticleHistory['versions'][number];
type Take = ((texts: ArticleTexts) => void) | null;

function OneVersion({ version, take, close }: { version: Version; take: Take; close: () => void }) {
  const text = useText();
  return (
    <Modal
      opened
      onClose={close}
      size="lg"
      title={text('settings-version', { version: version.version })}
      closeButtonProps={{ 'aria-label': text('console-close') }}
    >
      {LANGUAGES.filter((language) => version.texts[language]).map((language) => (
        <div key={language} className={classes.old}>
          <h3>{LANGUAGE_NAMES[language]}</h3>
          <p lang={language}>
            <b>{version.texts[language]?.title}</b>
            {'\n\n'}
            {version.texts[language]?.body}
          </p>
        </div>
      ))}
      {take ? (
        <Button
          size="sm"
          variant="default"
          onClick={() => {
            take(version.texts);
            close();
          }}
        >
          {text('settings-version-take')}
        </Button>
      ) : null}
    </Modal>
  );
}

/** Every version of an article, newest first. `take` puts one back where one writes; null: one may not write. */
export function Versions({ article, take }: { article: ArticleHistory; take: Take }) {
  const text = useText();
  const [open, setOpen] = useState<Version | null>(null);
  return (
    <Part title={text('settings-versions')}>
      <Rows label={text('settings-versions')}>
        {article.versions.map((version) => (
          <Row
            key={version.version}
            title={text('settings-version', { version: version.version })}
            detail={
              <>
                {version.author ?? text('settings-version-shipped')} · <Ago at={version.created_at} />
              </>
            }
            aside={
              version.version === article.published_version ? (
                <Tag tone="ok">{text('settings-article-version-shown')}</Tag>
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
