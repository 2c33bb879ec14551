import { Alert, Button, Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconAlertCircle } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useText } from '../../../ui/i18n.tsx';
import { reasonWords } from '../../words.ts';
import { standsAt } from './draft.ts';
import classes from './editor.module.css';
import { KeepUnsaved, Leaving } from './unsaved.tsx';

interface Props {
  readonly title: string;
  readonly close: () => void;
  readonly save: () => void;
  readonly dirty: boolean;
  readonly saving: boolean;
  /** Why it was not saved, and the fields that say so themselves. */
  readonly error: unknown;
  readonly fields?: readonly string[];
  /** What is known to be wrong before the desk is asked. */
  readonly invalid?: boolean;
  /** Takes the thing away. */
  readonly remove?: { readonly words: string; readonly act: () => void };
  /** The words of the way to save. */
  readonly saveWords?: string;
  /** There is nothing to save here, only to read. */
  readonly readOnly?: boolean;
  readonly size?: 'md' | 'lg';
  readonly children: ReactNode;
}

function Foot({ dirty, saving, invalid, remove, close, readOnly, saveWords }: Props & { close: () => void }) {
  const text = useText();
  return (
    <div className={classes.foot}>
      {remove ? (
        <Button
          size="sm"
          variant="subtle"
          color="red"
          className={classes.remove}
          disabled={saving}
          onClick={remove.act}
        >
          {remove.words}
        </Button>
      ) : null}
      <Button size="sm" variant="default" onClick={close}>
        {text(readOnly ? 'console-close' : 'settings-cancel')}
      </Button>
      {readOnly ? null : (
        <Button size="sm" type="submit" disabled={!dirty || invalid === true} loading={saving}>
          {saveWords ?? text('settings-save')}
        </Button>
      )}
    </div>
  );
}

/** A sheet at the side on which one thing is changed. Nothing that was changed is lost without a question. Ctrl+Enter saves. */
export function Editor(props: Props) {
  const narrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const [asked, setAsked] = useState(false);
  const { dirty, saving, error, invalid = false } = props;
  const close = (): void => {
    if (dirty) setAsked(true);
    else props.close();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (dirty && !invalid && !saving) props.save();
  };
  return (
    <Drawer
      opened
      onClose={close}
      position="right"
      size={narrow ? '100%' : (props.size ?? 'md')}
      title={props.title}
      classNames={{ content: classes.sheet, body: classes.body, title: classes.title }}
      overlayProps={{ backgroundOpacity: 0.25 }}
    >
      <form
        className={classes.form}
        noValidate
        onSubmit={submit}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
        }}
      >
        <div className={classes.fields}>{props.children}</div>
        {error && !standsAt(error, props.fields ?? []) ? <NotSaved error={error} /> : null}
        <Foot {...props} close={close} />
      </form>
      <KeepUnsaved dirty={dirty && !saving} />
      <Leaving
        opened={asked}
        stay={() => {
          setAsked(false);
        }}
        leave={props.close}
      />
    </Drawer>
  );
}

/** Why something was not saved (or not done, as `title` says); it is all still there. */
export function NotSaved({ error, title }: { error: unknown; title?: string }) {
  const text = useText();
  return (
    <Alert
      color="red"
      variant="light"
      className={classes.alert}
      icon={<IconAlertCircle size="1rem" aria-hidden />}
      title={title ?? text('settings-not-saved')}
    >
      {reasonWords(text, error)}
    </Alert>
  );
}
