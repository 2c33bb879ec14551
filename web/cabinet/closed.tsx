import { useEffect } from 'react';
import { ApiError } from '../ui/api.ts';
import { useText } from '../ui/i18n.tsx';
import { Blank, PlainButton } from './kit/notice.tsx';
import page from './kit/page.module.css';
import type { Telegram } from './telegram.ts';
import { reasonWords } from './words.ts';

/** The cabinet did not open, or is not open any more: what happened and what to do. */
export function Closed(props: { error: unknown; telegram: Telegram | null; onAgain: () => void }) {
  const text = useText();
  const { error, telegram } = props;
  const refused = error instanceof ApiError && error.status === 401;
  useEffect(() => {
    document.title = text('cabinet-title');
  }, [text]);
  const way = refused ? (
    telegram && <PlainButton strong label={text('cabinet-to-chat')} onPress={telegram.close} />
  ) : (
    <PlainButton strong label={text('cabinet-again')} onPress={props.onAgain} />
  );
  return (
    <main className={page.page}>
      <Blank
        alone
        face={refused ? '🔑' : '🌙'}
        title={text(refused ? 'cabinet-closed' : 'cabinet-unreachable')}
        hint={refused && error.message === '' ? text('cabinet-closed-hint') : reasonWords(text, error)}
      >
        {way}
      </Blank>
    </main>
  );
}
