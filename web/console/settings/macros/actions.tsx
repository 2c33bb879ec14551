import { useQuery } from '@tanstack/react-query';
import type { DeskMap, MacroActions, Priority } from '../../../../contract/index.ts';
import { useText } from '../../../ui/i18n.tsx';
import { PRIORITY_WORDS } from '../../words.ts';
import { type Draft as Changing, wrongWith } from '../parts/draft.ts';
import { OneOf, PRIORITIES } from '../parts/fields.tsx';
import { deskMapQuery } from '../queues/data.ts';
import type { Draft } from './data.ts';
import classes from './macros.module.css';

const NOTHING = '';
const PLACES = ['ticket', 'channel'] as const;
const NO_MAP: DeskMap = { topics: [], queues: [] };

/** What a macro does besides writing (T4). */
function Actions(props: {
  value: MacroActions;
  map: DeskMap;
  error: string | undefined;
  set: (actions: MacroActions) => void;
}) {
  const text = useText();
  const { value, map, set } = props;
  const put = (name: keyof MacroActions) => (choice: string) => {
    const { [name]: _old, ...others } = value;
    set(choice === NOTHING ? others : ({ ...others, [name]: choice } as MacroActions));
  };
  const none = { value: NOTHING, label: text('settings-macro-nothing') };
  return (
    <div className={classes.pair}>
      <OneOf
        label={text('settings-macro-status')}
        value={value.status ?? NOTHING}
        choices={[
          none,
          { value: 'ask', label: text('settings-macro-ask') },
          { value: 'resolve', label: text('settings-macro-resolve') },
        ]}
        set={put('status')}
      />
      <OneOf
        label={text('settings-macro-assignee')}
        error={props.error}
        value={value.assignee ?? NOTHING}
        choices={[
          none,
          { value: 'me', label: text('settings-macro-me') },
          { value: 'nobody', label: text('settings-macro-nobody') },
        ]}
        set={put('assignee')}
      />
      <OneOf
        label={text('settings-to-queue')}
        value={value.queue ?? NOTHING}
        choices={[none, ...map.queues.map(({ slug, name }) => ({ value: slug, label: name }))]}
        set={put('queue')}
      />
      <OneOf<Priority | ''>
        label={text('settings-to-priority')}
        value={value.priority ?? NOTHING}
        choices={[
          { ...none, value: NOTHING },
          ...PRIORITIES.map((one) => ({ value: one, label: text(PRIORITY_WORDS[one]) })),
        ]}
        set={put('priority')}
      />
    </div>
  );
}

/** Where a macro is offered, and what it does. */
export function WhereAndWhat({ draft, error }: { draft: Changing<Draft>; error: unknown }) {
  const text = useText();
  const map = useQuery(deskMapQuery).data ?? NO_MAP;
  const { value, set } = draft;
  return (
    <>
      <div className={classes.pair}>
        <OneOf
          label={text('console-topic')}
          value={value.topic ?? NOTHING}
          error={wrongWith(error, 'topic')}
          choices={[
            { value: NOTHING, label: text('settings-macro-every-topic') },
            ...map.topics.map(({ slug, emoji, title }) => ({ value: slug, label: `${emoji} ${title}` })),
          ]}
          set={(topic) => {
            set({ topic: topic === NOTHING ? null : topic });
          }}
        />
        <OneOf
          label={text('settings-macro-place')}
          value={value.place}
          choices={PLACES.map((place) => ({ value: place, label: text(`settings-macro-place-${place}`) }))}
          set={(place) => {
            set({ place, ...(place === 'channel' ? { actions: {} } : {}) });
          }}
        />
      </div>
      {value.place === 'ticket' ? (
        <Actions
          value={value.actions}
          map={map}
          error={wrongWith(error, 'actions') ?? wrongWith(error, 'draft.actions')}
          set={(actions) => {
            set({ actions });
          }}
        />
      ) : null}
    </>
  );
}
