import { Alert, Button, Modal, Textarea } from '@mantine/core';
import { IconArrowBackUp, IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { MacroHistory } from '../../../../contract/index.ts';
import { useText } from '../../../ui/i18n.tsx';
import { NotSaved } from '../parts/editor.tsx';
import { useApprove, useReturn } from './data.ts';
import classes from './macros.module.css';

/** What an author reads whose macro came back. */
export function Returned({ macro }: { macro: MacroHistory }) {
  const text = useText();
  if (macro.state !== 'returned' || !macro.returned) return null;
  return (
    <Alert
      color="yellow"
      variant="light"
      className={classes.returned}
      icon={<IconArrowBackUp size="1rem" aria-hidden />}
      title={text('settings-returned-by', { name: macro.returned.by ?? text('console-author-staff') })}
    >
      {macro.returned.why}
    </Alert>
  );
}

function WhyReturned(props: { macro: MacroHistory; close: () => void }) {
  const text = useText();
  const { macro, close } = props;
  const back = useReturn(macro);
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

/** Whoever approves macros lets the newest version be used, or sends it back and says why (T3). */
export function Judging({ macro, dirty }: { macro: MacroHistory; dirty: boolean }) {
  const text = useText();
  const approve = useApprove(macro);
  const [asked, setAsked] = useState(false);
  if (macro.state === 'approved') return null;
  return (
    <div className={classes.judging}>
      <p>{text('settings-waits-approval', { version: macro.version })}</p>
      {approve.error ? <NotSaved error={approve.error} /> : null}
      <div className={classes.judge}>
        {macro.state === 'draft' ? (
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
        <Button
          size="sm"
          disabled={dirty}
          loading={approve.isPending}
          leftSection={<IconCheck size="1rem" aria-hidden />}
          onClick={() => {
            approve.mutate(undefined);
          }}
        >
          {text('settings-approve')}
        </Button>
      </div>
      {asked ? (
        <WhyReturned
          macro={macro}
          close={() => {
            setAsked(false);
          }}
        />
      ) : null}
    </div>
  );
}
