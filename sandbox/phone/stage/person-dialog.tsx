import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import * as api from '../api.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Field } from '../parts/field.tsx';
import { useSettings, useWords } from '../settings.tsx';
import { languageNames, languages } from '../words.ts';

interface PersonDialogProps {
  onClose: () => void;
  onAdded: (person: number) => void;
}

/** Adds a person, and tells when the list of people knows them. */
export const useAddPerson = (onAdded: (person: number) => void) => {
  const say = useWords();
  const queries = useQueryClient();
  const [failure, setFailure] = useState<string>();
  const add = async (wish: Parameters<typeof api.addUser>[0]): Promise<boolean> => {
    setFailure(undefined);
    try {
      const user = await api.addUser(wish);
      await queries.invalidateQueries({ queryKey: ['world'] });
      onAdded(user.id);
      return true;
    } catch (error) {
      setFailure(say('failed', { why: error instanceof Error ? error.message : String(error) }));
      return false;
    }
  };
  return { add, failure };
};

interface LanguageChoiceProps {
  value: string;
  onValue: (value: string) => void;
}

function LanguageChoice({ value, onValue }: LanguageChoiceProps) {
  const say = useWords();
  return (
    <fieldset className="chips">
      <legend>{say('theirLanguage')}</legend>
      {languages.map((one) => (
        <label key={one} className="chip-choice" lang={one}>
          <input type="radio" name="person-language" checked={value === one} onChange={() => onValue(one)} />
          <span>{languageNames[one]}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** Asks for a new person's name, username, language and Premium. */
export function PersonDialog({ onClose, onAdded }: PersonDialogProps) {
  const { say, language } = useSettings();
  const [first, setFirst] = useState('');
  const [last, setLast] = useState('');
  const [username, setUsername] = useState('');
  const [tongue, setTongue] = useState<string>(language);
  const [premium, setPremium] = useState(false);
  const { add, failure } = useAddPerson(onAdded);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const name = username.trim().replace(/^@/, '');
    const added = await add({
      first_name: first.trim(),
      language_code: tongue,
      ...(last.trim() === '' ? {} : { last_name: last.trim() }),
      ...(name === '' ? {} : { username: name }),
      ...(premium ? { is_premium: true } : {}),
    });
    if (added) onClose();
  };
  return (
    <Dialog title={say('addPerson')} onClose={onClose}>
      <form className="form" onSubmit={(event) => void submit(event)}>
        <Field label={say('firstName')} value={first} onValue={setFirst} required autoFocus />
        <Field label={say('lastName')} value={last} onValue={setLast} hint={say('optional')} />
        <Field
          label={say('username')}
          value={username}
          onValue={setUsername}
          hint={say('optional')}
          prefix="@"
          maxLength={33}
        />
        <LanguageChoice value={tongue} onValue={setTongue} />
        <label className="switch">
          <input type="checkbox" role="switch" checked={premium} onChange={() => setPremium(!premium)} />
          <span>{say('premium')}</span>
        </label>
        {failure === undefined ? null : (
          <p className="not-sent" role="alert">
            {failure}
          </p>
        )}
        <button type="submit" className="button" disabled={first.trim() === ''}>
          {say('add')}
        </button>
      </form>
    </Dialog>
  );
}
