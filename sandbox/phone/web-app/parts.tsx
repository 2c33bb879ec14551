import { IconLoader2 } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import { useFocusInside } from '../parts/sheet.tsx';
import { useWords } from '../settings.tsx';
import type { AppButton, Popup } from './state.ts';

const styleOf = ({ color, text_color }: AppButton): CSSProperties => ({
  ...(color === undefined ? {} : { background: color }),
  ...(text_color === undefined ? {} : { color: text_color }),
});

function BottomButton({ button, kind, onPress }: { button: AppButton; kind: string; onPress: () => void }) {
  if (button.is_visible !== true || (button.text ?? '') === '') return null;
  const busy = button.is_progress_visible === true;
  return (
    <button
      type="button"
      className={`app-button app-${kind}${button.has_shine_effect === true ? ' shine' : ''}`}
      style={styleOf(button)}
      disabled={button.is_active === false || busy}
      aria-busy={busy}
      onClick={onPress}
    >
      {busy ? <IconLoader2 size={20} className="spin" aria-hidden /> : null}
      <span dir="auto">{button.text}</span>
    </button>
  );
}

const placing: Record<string, string> = { right: 'app-right', top: 'app-top', bottom: 'app-bottom-below' };

interface BottomBarProps {
  main: AppButton;
  secondary: AppButton;
  onPress: (event: 'main_button_pressed' | 'secondary_button_pressed') => void;
}

/** The buttons that a Mini App puts under itself. */
export function BottomBar({ main, secondary, onPress }: BottomBarProps) {
  if (main.is_visible !== true && secondary.is_visible !== true) return null;
  return (
    <div className={`app-bottom ${placing[secondary.position ?? 'left'] ?? ''}`}>
      <BottomButton button={secondary} kind="secondary" onPress={() => onPress('secondary_button_pressed')} />
      <BottomButton button={main} kind="main" onPress={() => onPress('main_button_pressed')} />
    </div>
  );
}

/** A question over a Mini App; the answer is the button's id, empty when it is waved away. */
export function AppPopup({ popup, onAnswer }: { popup: Popup; onAnswer: (id: string | undefined) => void }) {
  const say = useWords();
  const box = useFocusInside();
  const names: Record<string, string> = { ok: say('ok'), close: say('close'), cancel: say('cancel') };
  const buttons = popup.buttons.length > 0 ? popup.buttons : [{ id: '', type: 'close' }];
  return (
    <div
      className="layer layer-alert"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onAnswer(undefined);
      }}
    >
      <div className="layer-shade" onClick={() => onAnswer(undefined)} aria-hidden />
      <div
        ref={box}
        className="alert"
        role="alertdialog"
        aria-modal
        aria-label={popup.title ?? popup.message}
        tabIndex={-1}
      >
        <p className="alert-text" dir="auto">
          {popup.title ?? popup.message}
        </p>
        {popup.title === undefined ? null : (
          <p className="alert-detail" dir="auto">
            {popup.message}
          </p>
        )}
        <div className="alert-actions">
          {buttons.map(({ id = '', type = 'default', text }) => (
            <button
              key={`${id}-${type}`}
              type="button"
              className={type === 'destructive' ? 'text-button danger' : 'text-button strong'}
              onClick={() => onAnswer(id)}
            >
              {text ?? names[type] ?? say('ok')}
            </button>
          ))}
        </div>
      </div>
    </div>
  );
}
