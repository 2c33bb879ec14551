import { Button, TextInput } from '@mantine/core';
import { IconCopy, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { StaffForum, StaffForumSettings, StaffGroupCode } from '../../../../contract/index.ts';
import { useText } from '../../../ui/i18n.tsx';
import { useDraft, wrongWith } from '../parts/draft.ts';
import { NotSaved } from '../parts/editor.tsx';
import { Count } from '../parts/fields.tsx';
import { Loaded, Page, Part } from '../parts/page.tsx';
import { NoRows } from '../parts/rows.tsx';
import { SavedForm } from '../parts/saved-form.tsx';
import { forumQuery, useCode, useSaveForum } from './data.ts';
import { GroupItem } from './group.tsx';
import classes from './staff-forum.module.css';

/** What to do in Telegram, step by step, with the code to send there. */
function Linking({ code }: { code: StaffGroupCode }) {
  const text = useText();
  return (
    <div className={classes.linking}>
      <ol className={classes.steps}>
        <li>{text('settings-forum-step-group')}</li>
        <li>{text('settings-forum-step-bot')}</li>
        <li>{text('settings-forum-step-code')}</li>
      </ol>
      <div className={classes.code}>
        <code>{code.command}</code>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconCopy size="1rem" stroke={1.75} aria-hidden />}
          onClick={() => void navigator.clipboard.writeText(code.command)}
        >
          {text('settings-forum-copy')}
        </Button>
      </div>
      <p className={classes.detail}>{text('settings-forum-once')}</p>
    </div>
  );
}

function Settings({ settings, back }: { settings: StaffForumSettings; back: () => void }) {
  const text = useText();
  const save = useSaveForum();
  const { value, put, dirty } = useDraft<StaffForumSettings>(settings);
  return (
    <SavedForm
      dirty={dirty && !save.isSuccess}
      saving={save.isPending}
      error={save.error}
      fields={['mark', 'most_topics']}
      back={back}
      save={() => {
        save.mutate(value, { onSuccess: back });
      }}
    >
      <TextInput
        className={classes.mark ?? ''}
        label={text('settings-forum-mark')}
        description={text('settings-forum-mark-hint')}
        error={wrongWith(save.error, 'mark')}
        maxLength={4}
        value={value.mark}
        onChange={(event) => {
          put('mark')(event.currentTarget.value);
        }}
      />
      <Count
        label={text('settings-forum-most')}
        hint={text('settings-forum-most-hint')}
        error={wrongWith(save.error, 'most_topics')}
        least={10}
        most={10_000}
        value={value.most_topics}
        set={put('most_topics')}
      />
    </SavedForm>
  );
}

function Everything({ forum, code }: { forum: StaffForum; code: ReturnType<typeof useCode> }) {
  const text = useText();
  const [round, setRound] = useState(0);
  return (
    <>
      <Part
        title={text('settings-forum-groups')}
        hint={text('settings-forum-groups-hint')}
        action={
          <Button
            size="xs"
            loading={code.isPending}
            leftSection={<IconPlus size="1rem" stroke={1.75} aria-hidden />}
            onClick={() => {
              code.mutate();
            }}
          >
            {text('settings-forum-add')}
          </Button>
        }
      >
        {code.error ? <NotSaved error={code.error} /> : null}
        {code.data ? <Linking code={code.data} /> : null}
        {forum.groups.length === 0 ? (
          <NoRows>{text('settings-forum-none')}</NoRows>
        ) : (
          <ul className={classes.list} aria-label={text('settings-forum-groups')}>
            {forum.groups.map((group) => (
              <GroupItem key={group.id} group={group} />
            ))}
          </ul>
        )}
      </Part>
      <Part title={text('settings-forum-rules')}>
        <Settings
          key={round}
          settings={forum.settings}
          back={() => {
            setRound(round + 1);
          }}
        />
      </Part>
    </>
  );
}

/** Groups of the staff's in Telegram in which each ticket is a topic (P6). */
export function StaffForumPage() {
  const text = useText();
  const code = useCode();
  const forum = useQuery(forumQuery(code.data !== undefined));
  return (
    <Page title={text('settings-forum')} lead={text('settings-forum-lead')}>
      <Loaded query={forum}>{(page) => <Everything forum={page} code={code} />}</Loaded>
    </Page>
  );
}
