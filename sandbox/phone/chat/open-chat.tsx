import { useChats, useLine } from '../data/queries.ts';
import { usePhone } from '../device/context.ts';
import type { Open } from '../layout.ts';
import { useWords } from '../settings.tsx';
import { EmptyList, SkeletonRows } from './chat-row.tsx';
import { Conversation } from './conversation.tsx';
import { ChatHeader } from './header.tsx';
import { isDivided, Topics } from './topics.tsx';

/** The chat that is open: a conversation, or a forum's list of topics. */
export function OpenChat({ open }: { open: Open }) {
  const say = useWords();
  const { person } = usePhone();
  const chats = useChats(person.id);
  const line = useLine(person.id, open.chat);
  if (line === undefined) {
    return (
      <section className="conversation">
        <ChatHeader title={String(open.chat)} />
        {chats === undefined ? (
          <SkeletonRows />
        ) : (
          <EmptyList title={say('nothingFound')} text={say('nothingFoundText')} />
        )}
      </section>
    );
  }
  const asksStart =
    line.chat.type === 'private' && (open.payload !== undefined || line.last_message === undefined);
  if (isDivided(line) && open.thread === undefined && !asksStart) return <Topics line={line} />;
  return <Conversation key={line.chat.id} line={line} open={open} />;
}
