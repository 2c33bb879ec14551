import { ActionIcon, Button, TagsInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../../../ui/i18n.tsx';
import { NotSaved } from '../parts/editor.tsx';
import { Loaded, Part } from '../parts/page.tsx';
import { KeepUnsaved } from '../parts/unsaved.tsx';
import { synonymsQuery, useSaveSynonyms } from './data.ts';
import classes from './knowledge.module.css';

interface Group {
  readonly key: number;
  readonly words: string[];
}

let made = 0;
const groupOf = (words: string[]): Group => {
  made += 1;
  return { key: made, words };
};

interface GroupRowProps {
  readonly group: Group;
  readonly number: number;
  readonly locked: boolean;
  /** Null takes the group away. */
  readonly set: (group: Group | null) => void;
}

function GroupRow({ group, number, locked, set }: GroupRowProps) {
  const text = useText();
  return (
    <div className={classes.group}>
      <TagsInput
        className={classes.search ?? ''}
        aria-label={text('settings-synonyms-group', { number })}
        placeholder={group.words.length < 2 ? text('settings-synonyms-placeholder') : ''}
        maxTags={20}
        disabled={locked}
        value={group.words}
        onChange={(words) => {
          set({ ...group, words });
        }}
      />
      {locked ? null : (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={text('settings-remove-named', { name: group.words.join(', ') })}
          onClick={() => {
            set(null);
          }}
        >
          <IconX size="0.875rem" stroke={1.75} aria-hidden />
        </ActionIcon>
      )}
    </div>
  );
}

function Groups({ saved, locked }: { saved: readonly string[][]; locked: boolean }) {
  const text = useText();
  const save = useSaveSynonyms();
  const [groups, setGroups] = useState(() => saved.map(groupOf));
  const kept = groups.map(({ words }) => words).filter(({ length }) => length > 1);
  const dirty = JSON.stringify(kept) !== JSON.stringify(saved);
  return (
    <form
      className={classes.synonyms}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(kept, {
          onSuccess: () => {
            notifications.show({
              message: text('settings-synonyms-saved'),
            });
          },
        });
      }}
    >
      {groups.map((group, index) => (
        <GroupRow
          key={group.key}
          {...{ group, locked }}
          number={index + 1}
          set={(next) => {
            setGroups(groups.flatMap((one) => (one === group ? (next ?? []) : one)));
          }}
        />
      ))}
      {save.error ? <NotSaved error={save.error} /> : null}
      {locked ? null : (
        <div className={classes.bar}>
          <Button
            size="sm"
            variant="default"
            leftSection={<IconPlus size="1rem" aria-hidden />}
            onClick={() => {
              setGroups([...groups, groupOf([])]);
            }}
          >
            {text('settings-synonyms-add')}
          </Button>
          <Button type="submit" size="sm" disabled={!dirty} loading={save.isPending}>
            {text('settings-save')}
          </Button>
        </div>
      )}
      <KeepUnsaved dirty={dirty && !save.isPending} />
    </form>
  );
}

/** Words that mean the same to this desk: whoever looks for one finds what has another. */
export function SynonymGroups({ locked }: { locked: boolean }) {
  const text = useText();
  const synonyms = useQuery(synonymsQuery);
  return (
    <Part title={text('settings-synonyms')} hint={text('settings-synonyms-hint')}>
      <Loaded query={synonyms}>
        {(groups) => <Groups key={JSON.stringify(groups)} saved={groups} locked={locked} />}
      </Loaded>
    </Part>
  );
}
