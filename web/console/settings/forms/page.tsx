import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TopicForm } from '../../../../contract/index.ts';
import { useText } from '../../../ui/i18n.tsx';
import { usePreferences } from '../../data/preferences.tsx';
import { Loaded, Page, Part } from '../parts/page.tsx';
import { NoRows, Row, Rows } from '../parts/rows.tsx';
import { formsQuery } from './data.ts';
import { FormEditor } from './editor.tsx';

function Topics({ forms }: { forms: readonly TopicForm[] }) {
  const text = useText();
  const { language } = usePreferences();
  const [open, setOpen] = useState<string | null>(null);
  const opened = forms.find(({ topic }) => topic.slug === open);
  if (forms.length === 0) return <NoRows>{text('settings-queues-none')}</NoRows>;
  return (
    <>
      <Rows label={text('settings-forms')}>
        {forms.map(({ topic, fields }) => (
          <Row
            key={topic.slug}
            title={`${topic.emoji} ${topic.title}`}
            detail={
              fields.length === 0
                ? text('settings-forms-words-only')
                : fields.map(({ label }) => label[language] ?? Object.values(label)[0] ?? '').join(' · ')
            }
            open={() => {
              setOpen(topic.slug);
            }}
          />
        ))}
      </Rows>
      {opened ? (
        <FormEditor
          key={`${opened.topic.slug} ${String(opened.version)}`}
          form={opened}
          close={() => {
            setOpen(null);
          }}
        />
      ) : null}
    </>
  );
}

/** What each topic asks of a customer (M2). */
export function FormsPage() {
  const text = useText();
  const forms = useQuery(formsQuery);
  return (
    <Page title={text('settings-forms')} lead={text('settings-forms-lead')}>
      <Part title={text('settings-forms-topics')} hint={text('settings-forms-hint')}>
        <Loaded query={forms}>{(list) => <Topics forms={list} />}</Loaded>
      </Part>
    </Page>
  );
}
