import { IconPlayerStopFilled } from '@tabler/icons-react';
import * as api from '../api.ts';
import type { Extras } from '../data/model.ts';
import { usePhone } from '../device/context.ts';
import { RichText } from '../message/rich-text.tsx';
import { useWords } from '../settings.tsx';
import { useTalk } from './context.ts';

/** What the bot is writing right now, under the last message. */
export function Draft({ draft }: { draft: Extras['draft'] }) {
  const say = useWords();
  const { attempt } = usePhone();
  const { place, thread } = useTalk();
  if (draft === undefined || draft.message_thread_id !== thread) return null;
  return (
    <div className="draft" role="status">
      <p className={draft.text === '' ? 'draft-words thinking' : 'draft-words'} dir="auto">
        {draft.text === '' ? say('thinking') : <RichText text={draft.text} entities={draft.entities} />}
      </p>
      {draft.can_stop ? (
        <button
          type="button"
          className="icon-button small"
          onClick={() => void attempt(() => api.stopDraft(place))}
          aria-label={say('stopDraft')}
        >
          <IconPlayerStopFilled size={16} />
        </button>
      ) : null}
    </div>
  );
}
