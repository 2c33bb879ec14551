import { Slider } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { KnowledgeSettings } from '../../../../contract/index.ts';
import { useText } from '../../../ui/i18n.tsx';
import { NotSaved } from '../parts/editor.tsx';
import { YesNo } from '../parts/fields.tsx';
import { Loaded } from '../parts/page.tsx';
import { knowledgeSettingsQuery, useKnowledgeSettings } from './data.ts';
import classes from './knowledge.module.css';

const percent = (share: number): string => `${String(Math.round(share * 100))} %`;

/** How sure the desk has to be before the bot answers. */
function Confidence({ value, set }: { value: number; set: (value: number) => void }) {
  const text = useText();
  return (
    <div className={classes.confidence}>
      <span id="settings-bot-confidence">{text('settings-bot-confidence')}</span>
      <p>{text('settings-bot-confidence-hint')}</p>
      <Slider
        key={value}
        min={0.6}
        max={0.95}
        step={0.05}
        defaultValue={value}
        label={percent}
        marks={[0.6, 0.75, 0.95].map((mark) => ({ value: mark, label: percent(mark) }))}
        thumbLabel={text('settings-bot-confidence')}
        onChangeEnd={set}
      />
    </div>
  );
}

function Settings({ settings, locked }: { settings: KnowledgeSettings; locked: boolean }) {
  const text = useText();
  const save = useKnowledgeSettings();
  return (
    <fieldset className={classes.demands} disabled={locked}>
      {save.error ? <NotSaved error={save.error} /> : null}
      <YesNo
        label={text('settings-bot-answers')}
        hint={text('settings-bot-answers-hint')}
        value={settings.bot_answers}
        set={(bot_answers) => {
          save.mutate({ bot_answers });
        }}
      />
      {settings.bot_answers ? (
        <Confidence
          value={settings.bot_confidence}
          set={(bot_confidence) => {
            save.mutate({ bot_confidence });
          }}
        />
      ) : null}
      <YesNo
        label={text('settings-bot-topics')}
        hint={text('settings-bot-topics-hint')}
        value={settings.bot_topics}
        set={(bot_topics) => {
          save.mutate({ bot_topics });
        }}
      />
      <YesNo
        label={text('settings-article-approval')}
        hint={text('settings-article-approval-hint')}
        value={settings.approval_required}
        set={(approval_required) => {
          save.mutate({ approval_required });
        }}
      />
    </fieldset>
  );
}

/** How the bot uses the knowledge base, and who publishes. */
export function BotSettings({ locked }: { locked: boolean }) {
  const settings = useQuery(knowledgeSettingsQuery);
  return <Loaded query={settings}>{(set) => <Settings settings={set} locked={locked} />}</Loaded>;
}
