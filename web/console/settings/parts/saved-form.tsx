import { Button } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useText } from '../../../ui/i18n.tsx';
import { standsAt } from './draft.ts';
import { NotSaved } from './editor.tsx';
import classes from './saved-form.module.css';
import { KeepUnsaved } from './unsaved.tsx';

/** Settings that stand on the page itself and are saved together. The way to save shows when there is something to save. */
export function SavedForm(props: {
  dirty: boolean;
  saving: boolean;
  error: unknown;
  fields: readonly string[];
  invalid?: boolean;
  locked?: boolean;
  save: () => void;
  back: () => void;
  children: ReactNode;
}) {
  const text = useText();
  const { dirty, saving, error, invalid = false } = props;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (dirty && !invalid && !saving) props.save();
  };
  return (
    <form noValidate className={classes.form} onSubmit={submit}>
      <fieldset className={classes.fields} disabled={props.locked ?? false}>
        {props.children}
      </fieldset>
      {error && !standsAt(error, props.fields) ? <NotSaved error={error} /> : null}
      {dirty ? (
        <div className={classes.foot}>
          <span className={classes.words}>{text('settings-unsaved')}</span>
          <Button size="sm" variant="default" disabled={saving} onClick={props.back}>
            {text('settings-cancel')}
          </Button>
          <Button size="sm" type="submit" disabled={invalid} loading={saving}>
            {text('settings-save')}
          </Button>
        </div>
      ) : null}
      <KeepUnsaved dirty={dirty && !saving} />
    </form>
  );
}
