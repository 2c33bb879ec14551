import { Alert, Button, Modal, Textarea } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import type { UseMutationResult } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useText } from '../../../ui/i18n.tsx';
import { NotSaved } from './editor.tsx';
import classes from './versions.module.css';

/** What an author reads whose version came back: who sent it back, and why. */
export function Returned({ returned }: { returned: { by: string | null; why: string } }) {
  const text = useText();
  return (
    <Alert
      color="yellow"
      variant="light"
      icon={<IconArrowBackUp size="1rem" aria-hidden />}
      title={text('settings-returned-by', { name: returned.by ?? text('console-author-staff') })}
    >
      {returned.why}
    </Alert>
  );
}

type Back = Pick<UseMutationResult<unknown, Error, string>, 'mutate' | 'error' | 'isPending'>;

function Why({ back, close }: { back: Back; close: () => void }) {
  const text = useText();
  const [why, setWhy] = useState('');
  return (
    <Modal opened onClose={close} title={text('settings-return')}>
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

/** Sends a version back to its author, with the reason, for which it asks. */
export function SendBack({ back }: { back: Back }) {
  const text = useText();
  const [asked, setAsked] = useState(false);
  return (
    <>
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
      {asked ? (
        <Why
          back={back}
          close={() => {
            setAsked(false);
          }}
        />
      ) : null}
    </>
  );
}

/** Where the newest version stands, and, as `children`, what can be done with it (T3). */
export function Judging(props: { words: string; error: Error | null; children: ReactNode }) {
  return (
    <div className={classes.judging}>
      <p>{props.words}</p>
      {props.error ? <NotSaved error={props.error} /> : null}
      <div className={classes.judge}>{props.children}</div>
    </div>
  );
}
