import { useEffect, useState } from 'react';
import * as api from '../api.ts';
import type { InlineOffer, InlineResult } from '../data/model.ts';
import { useBots } from '../data/queries.ts';
import { usePhone } from '../device/context.ts';
import { useWords } from '../settings.tsx';
import { type Aim, useTalk } from './context.ts';

const restMs = 250;

/** The bot whose name stands first in what is written, and the words after it. */
export const useInlineCall = (text: string): { bot: string; query: string } | undefined => {
  const bots = useBots();
  const [, name, query = ''] = /^@(\w{2,64})\s([\s\S]*)$/.exec(text) ?? [];
  const bot = bots.find(
    (one) => one.supports_inline_queries && one.user.username?.toLowerCase() === name?.toLowerCase(),
  );
  return bot?.user.username === undefined ? undefined : { bot: bot.user.username, query };
};

/** Asks a bit after the last letter, and forgets answers that come too late. */
const useOffer = (bot: string, query: string): InlineOffer | undefined => {
  const { place } = useTalk();
  const [offer, setOffer] = useState<InlineOffer>();
  useEffect(() => {
    let current = true;
    const timer = setTimeout(() => {
      api.inlineQuery(place, `@${bot}`, query).then(
        (answer) => current && setOffer(answer),
        () => current && setOffer({ query_id: '' }),
      );
    }, restMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [place, bot, query]);
  return offer;
};

const wordsOf = (result: InlineResult): string =>
  result.description ?? result.input_message_content?.message_text ?? result.caption ?? '';

interface InlineResultsProps {
  call: { bot: string; query: string };
  aim: Aim | undefined;
  onSent: () => void;
}

/** What a bot offers for the words after its name. */
export function InlineResults({ call, aim, onSent }: InlineResultsProps) {
  const say = useWords();
  const { attempt } = usePhone();
  const { place, thread } = useTalk();
  const offer = useOffer(call.bot, call.query);
  const choose = async (result: InlineResult) => {
    const choice = {
      ...{ query_id: offer?.query_id ?? '', result_id: result.id },
      ...(thread === undefined ? {} : { thread }),
      ...(aim?.do === 'reply' ? { reply_to: aim.message.message_id } : {}),
    };
    if (await attempt(() => api.inlineResult(place, choice))) onSent();
  };
  if (offer === undefined) return null;
  if (offer.results === undefined || offer.results.length === 0) {
    return <p className="inline-none">{say('inlineNothing')}</p>;
  }
  return (
    <ul className="commands inline-results" aria-label={say('inlineResults', { name: call.bot })}>
      {offer.results.map((result) => (
        <li key={result.id}>
          <button type="button" onClick={() => void choose(result)}>
            <span className="inline-title" dir="auto">
              {result.title ?? say('file')}
            </span>
            <span className="command-about" dir="auto">
              {wordsOf(result)}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
