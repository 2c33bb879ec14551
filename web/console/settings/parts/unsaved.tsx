import { Button, Modal } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { useText } from '../../../ui/i18n.tsx';
import classes from './editor.module.css';

/** Asks before what was changed and not saved is lost. */
export function Leaving(props: { opened: boolean; stay: () => void; leave: () => void }) {
  const text = useText();
  return (
    <Modal
      opened={props.opened}
      onClose={props.stay}
      title={text('settings-unsaved')}
      size="sm"
      centered
      zIndex={400}
    >
      <p className={classes.ask}>{text('settings-unsaved-words')}</p>
      <div className={classes.foot} data-plain>
        <Button size="sm" variant="default" onClick={props.leave}>
          {text('settings-discard')}
        </Button>
        <Button size="sm" data-autofocus onClick={props.stay}>
          {text('settings-stay')}
        </Button>
      </div>
    </Modal>
  );
}

/** Holds whoever goes to another page, or closes the window, while something is not saved. */
export function KeepUnsaved({ dirty }: { dirty: boolean }) {
  const blocked = useBlocker({
    shouldBlockFn: () => dirty,
    enableBeforeUnload: () => dirty,
    withResolver: true,
  });
  const open = blocked.status === 'blocked';
  return (
    <Leaving
      opened={open}
      stay={() => {
        blocked.reset?.();
      }}
      leave={() => {
        blocked.proceed?.();
      }}
    />
  );
}
