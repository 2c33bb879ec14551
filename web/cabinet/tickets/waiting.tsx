import { IconCloudOff } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import { ApiError } from '../../ui/api.ts';
import { useText } from '../../ui/i18n.tsx';
import { useMe } from '../data/me.tsx';
import { forgetWaiting, putBack, type Waiting } from '../data/waiting.ts';
import { PlainButton } from '../kit/notice.tsx';
import { reasonWords } from '../words.ts';
import classes from './tickets.module.css';

/** Questions that were written without a network: they go by themselves. */
export const WaitingList = ({ waiting }: { waiting: readonly Waiting[] }) => {
  const text = useText();
  if (waiting.length === 0) return null;
  return (
    <ul className={classes.list} aria-label={text('cabinet-waiting')}>
      {waiting.map((one) => (
        <WaitingRow key={one.question.request_key} waiting={one} />
      ))}
    </ul>
  );
};

function WaitingRow({ waiting }: { waiting: Waiting }) {
  const text = useText();
  const { id } = useMe().cabinet.customer;
  const [, go] = useLocation();
  const { question, emoji, failure } = waiting;
  return (
    <li className={classes.item}>
      <div className={classes.row}>
        <span className={classes.emoji} aria-hidden>
          {emoji}
        </span>
        <span className={classes.words}>
          <span className={classes.subject} dir="auto">
            {question.text}
          </span>
          <span className={classes.waits} role="status">
            {failure ? (
              reasonWords(text, new ApiError(400, failure.code, { message: failure.message }))
            ) : (
              <>
                <IconCloudOff aria-hidden size="1.125rem" />
                {text('cabinet-waiting-hint')}
              </>
            )}
          </span>
          {failure && (
            <span className={classes.acts}>
              <PlainButton
                label={text('cabinet-change')}
                onPress={() =>
                  void putBack(id, waiting).then(() => {
                    go('/new');
                  })
                }
              />
              <PlainButton
                label={text('cabinet-drop')}
                onPress={() => void forgetWaiting(id, question.request_key)}
              />
            </span>
          )}
        </span>
      </div>
    </li>
  );
}
