import { Modal } from '@mantine/core';
import { useText } from '../../ui/i18n.tsx';
import { useKeys } from '../parts/keys.ts';
import classes from './shortcuts.module.css';

const KEYS = [
  { keys: ['J', 'K'], words: 'console-key-move' },
  { keys: ['Enter'], words: 'console-key-open' },
  { keys: ['/'], words: 'console-key-search' },
  { keys: ['1', '6'], words: 'console-key-views', range: true },
  { keys: ['R'], words: 'console-key-reply' },
  { keys: ['N'], words: 'console-key-note' },
  { keys: ['A'], words: 'console-key-ask' },
  { keys: ['E'], words: 'console-key-resolve' },
  { keys: ['T'], words: 'console-next' },
  { keys: ['I'], words: 'console-key-take' },
  { keys: ['/'], words: 'console-key-macros' },
  { keys: ['Ctrl ↵'], words: 'console-key-send' },
  { keys: ['Esc'], words: 'console-key-back' },
  { keys: [','], words: 'settings' },
  { keys: ['Ctrl K'], words: 'console-key-commands' },
  { keys: ['?'], words: 'console-key-help' },
] as const;

/** Every key, on one sheet. */
export function Shortcuts(props: { opened: boolean; setOpened: (opened: boolean) => void }) {
  const text = useText();
  const { opened, setOpened } = props;
  useKeys([
    [
      'shift+Slash',
      () => {
        setOpened(true);
      },
    ],
  ]);
  return (
    <Modal
      opened={opened}
      onClose={() => {
        setOpened(false);
      }}
      title={text('console-menu-keys')}
      size="sm"
    >
      <dl className={classes.keys}>
        {KEYS.map((line) => (
          <div key={line.words} className={classes.line}>
            <dt>{text(line.words)}</dt>
            <dd>
              {line.keys.map((key, index) => (
                <span key={key}>
                  {index > 0 && 'range' in line ? ' – ' : ' '}
                  <kbd>{key}</kbd>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
