import { Alert, Button, Modal, Textarea } from '@mantine/core';
import { IconArchive, IconArrowBackUp, IconCheck, IconSend } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ArticleHistory, Session } from '../../../../contract/index.ts';
import { useText } from '../../../ui/i18n.tsx';
import { NotSaved } from '../parts/editor.tsx';
import { knowledgeSettingsQuery, type Step, useSendBack, useStep } from './data.ts';
import classes from './knowledge.module.css';

/** What an author reads whose article came back. */
export function SentBack({ article }: { article: ArticleHistory }) {
  const text = useText();
  if (article.state !== 'returned' || !article.returned) return null;
  return (
    <Alert
      color="yellow"
      variant="light"
      icon={<IconArrowBackUp size="1rem" aria-hidden />}
      title={text('settings-returned-by', { name: article.returned.by ?? text('console-author-staff') })}
    >
      {article.returned.why}
    </Alert>
  );
}

function Why({ article, close }: { article: ArticleHistory; close: () => void }) {
  const text = useText();
  const back = useSendBack(article);
  const [why, setWhy] = useState('');
  return (
    <Modal
      opened
      onClose={close}
      title={text('settings-return')}
      closeButtonProps={{ 'aria-label': text('console-close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (why.trim() !== '') back.mutate(why.trim(), { onSuccess: close });
        }}
      >
        <Textarea
          data-autofocus
          label={text('settings-return-why')}
          description={text('settings-return-why-hint')}
          autosize
          minRows={3}
          maxLength={500}
          value={why}
          onChange={(event) => {
            setWhy(event.currentTarget.value);
          }}
        />
        {back.error ? <NotSaved error={back.error} /> : null}
        <div className={classes.foot}>
          <Button type="submit" size="sm" disabled={why.trim() === ''} loading={back.isPending}>
            {text('settings-return')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

/** What whoever looks may do with the newest version. */
function useMay({ article, session }: { article: ArticleHistory; session: Session }) {
  const approval = useQuery(knowledgeSettingsQuery).data?.approval_required ?? true;
  const has = (permission: Session['permissions'][number]) => session.permissions.includes(permission);
  const publishes = has('knowledge.publish') && (!approval || has('knowledge.approve'));
  const waits = article.state !== 'published' && article.state !== 'archived';
  return {
    publish: publishes && waits,
    submit:
      !publishes && has('knowledge.edit') && (article.state === 'draft' || article.state === 'returned'),
    sendBack: publishes && article.state === 'review',
    archive: publishes && article.published_version !== null && article.state !== 'archived',
    restore: publishes && article.state === 'archived',
  };
}

/** Where the newest version stands, and the next step. */
export function Standing(props: { article: ArticleHistory; dirty: boolean; session: Session }) {
  const text = useText();
  const { article, dirty } = props;
  const may = useMay(props);
  const step = useStep(article);
  const [asked, setAsked] = useState(false);
  const button = (does: Step, Shape: typeof IconCheck, primary = false) => (
    <Button
      size="sm"
      variant={primary ? 'filled' : 'default'}
      disabled={dirty}
      loading={step.isPending && step.variables === does}
      leftSection={<Shape size="1rem" aria-hidden />}
      onClick={() => {
        step.mutate(does);
      }}
    >
      {text(`settings-article-do-${does}`)}
    </Button>
  );
  return (
    <div className={classes.judging}>
      <p>
        {text('settings-article-standing', {
          state: article.state,
          version: article.version,
          published: article.published_version ?? 0,
        })}
      </p>
      {step.error ? <NotSaved error={step.error} /> : null}
      <div className={classes.judge}>
        {may.archive ? button('archive', IconArchive) : null}
        {may.restore ? button('restore', IconArrowBackUp) : null}
        {may.sendBack ? (
          <Button
            size="sm"
            variant="default"
            leftSection={<IconArrowBackUp size="1rem" aria-hidden />}
            onClick={() => {
              setAsked(true);
            }}
          >
            {text('settings-return')}
          </Button>
        ) : null}
        {may.submit ? button('submit', IconSend, true) : null}
        {may.publish ? button('publish', IconCheck, true) : null}
      </div>
      {asked ? (
        <Why
          article={article}
          close={() => {
            setAsked(false);
          }}
        />
      ) : null}
    </div>
  );
}
