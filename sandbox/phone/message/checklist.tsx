import { IconCheck } from '@tabler/icons-react';
import * as api from '../api.ts';
import { useTalk } from '../chat/context.ts';
import type { Checklist, Message } from '../data/model.ts';
import { usePhone } from '../device/context.ts';
import { useWords } from '../settings.tsx';
import { userName } from '../text.ts';

/** A list of things to do, to be ticked off by whoever may. */
export function ChecklistCard({
  message,
  mine,
}: {
  message: Message & { checklist: Checklist };
  mine: boolean;
}) {
  const say = useWords();
  const { attempt } = usePhone();
  const { place } = useTalk();
  const { title, tasks, others_can_mark_tasks_as_done: others } = message.checklist;
  const may = mine || others === true;
  const turn = (id: number, isDone: boolean) => {
    const change = isDone ? { not_done: [id] } : { done: [id] };
    void attempt(() => api.tick(place, { message_id: message.message_id, ...change }));
  };
  return (
    <span className="checklist">
      <strong dir="auto">{title}</strong>
      <span className="file-sub">{say('checklist')}</span>
      {tasks.map(({ id, text, completed_by_user: by }) => (
        <button
          key={id}
          type="button"
          role="checkbox"
          aria-checked={by !== undefined}
          className="task"
          disabled={!may}
          onClick={() => turn(id, by !== undefined)}
        >
          <span className={by === undefined ? 'task-box' : 'task-box done'} aria-hidden>
            {by === undefined ? null : <IconCheck size={14} stroke={3} />}
          </span>
          <span className="task-words" dir="auto">
            {text}
            {by === undefined ? null : <span className="file-sub">{userName(by)}</span>}
          </span>
        </button>
      ))}
    </span>
  );
}
