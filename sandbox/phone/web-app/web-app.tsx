import { IconArrowLeft, IconReload, IconSettings, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type CSSProperties, useEffect, useRef, useState } from 'react';
import * as api from '../api.ts';
import { usePhone } from '../device/context.ts';
import { readLink } from '../layout.ts';
import { Alert, useFocusInside } from '../parts/sheet.tsx';
import { useSettings } from '../settings.tsx';
import { type AppEvent, useBridge } from './bridge.ts';
import { AppPopup, BottomBar } from './parts.tsx';
import { type Surroundings, surround, untouched } from './state.ts';
import { themeParams } from './theme.ts';

/** A Mini App, and how it came to be opened. */
export interface App {
  bot: number | string;
  /** Where the person is; absent: the bot's own chat. */
  chat?: number | string;
  url: string;
  from: 'keyboard' | 'inline' | 'menu' | 'link';
  startParam?: string;
  /** The words of the keyboard's button, under which its data is sent. */
  buttonText?: string;
}

interface WebAppProps {
  app: App;
  name: string;
  onClose: () => void;
}

/** The phone's upper edge, which a Mini App has to leave free when it fills the screen. */
const statusBarHeight = 44;
const headerHeight = 58;

const insets = (top: number) => ({ top, bottom: 0, left: 0, right: 0 });

const sizeOf = (frame: HTMLIFrameElement | null) => ({
  ...{ height: frame?.clientHeight ?? 0, width: frame?.clientWidth ?? 0 },
  ...{ is_state_stable: true, is_expanded: true },
});

/** The signed address; it is asked for once, and again when the page is loaded anew. */
const useAddress = ({ bot, chat, url, from, startParam }: App, round: number) => {
  const { person } = usePhone();
  const place = { person: person.id, chat: chat ?? bot };
  const wish = { bot, url, from, ...(startParam === undefined ? {} : { start_param: startParam }) };
  return useQuery({
    queryKey: ['launch', place, wish, round],
    queryFn: () => api.launch(place, { ...wish, theme: themeParams() }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
};

type Tell = (type: string, data?: object) => void;

/** Answers to what a Mini App asks and no surroundings change for. */
const useAnswers = (props: WebAppProps, frame: { current: HTMLIFrameElement | null }) => {
  const { app, onClose } = props;
  const { person, open, attempt } = usePhone();
  const place = { person: person.id, chat: app.chat ?? app.bot };
  const send = async (data: string) => {
    const button_text = app.buttonText ?? '';
    if (await attempt(() => api.webAppData(place, { button_text, data }))) onClose();
  };
  const followTelegram = (path: string) => {
    const inside = readLink(`https://t.me${path}`);
    if (inside === undefined) return;
    onClose();
    open(inside);
  };
  return (tell: Tell, now: Surroundings): Record<string, (data: Record<string, unknown>) => void> => ({
    iframe_ready: () => tell('visibility_changed', { is_visible: true }),
    web_app_request_theme: () => tell('theme_changed', { theme_params: themeParams() }),
    web_app_request_viewport: () => tell('viewport_changed', sizeOf(frame.current)),
    web_app_expand: () => tell('viewport_changed', sizeOf(frame.current)),
    web_app_request_safe_area: () =>
      tell('safe_area_changed', insets(now.isFullscreen ? statusBarHeight : 0)),
    web_app_request_content_safe_area: () =>
      tell('content_safe_area_changed', insets(now.isFullscreen ? headerHeight : 0)),
    web_app_close: () => onClose(),
    web_app_open_link: ({ url }) => window.open(String(url), '_blank', 'noopener,noreferrer'),
    web_app_open_tg_link: ({ path_full }) => followTelegram(String(path_full)),
    web_app_data_send: ({ data }) => void send(String(data)),
    web_app_request_write_access: () => tell('write_access_requested', { status: 'allowed' }),
    web_app_request_phone: () => tell('phone_requested', { status: 'cancelled' }),
    web_app_check_home_screen: () => tell('home_screen_checked', { status: 'unsupported' }),
    web_app_biometry_get_info: () => tell('biometry_info_received', { available: false }),
    web_app_read_text_from_clipboard: ({ req_id }) => tell('clipboard_text_received', { req_id }),
    web_app_invoke_custom_method: ({ req_id }) =>
      tell('custom_method_invoked', { req_id, error: 'UNSUPPORTED' }),
  });
};

/** Tells the Mini App of every change of the phone's colours and of its size. */
const useNews = (tell: Tell, frame: { current: HTMLIFrameElement | null }, isFullscreen: boolean) => {
  const { theme, accent } = useSettings();
  useEffect(() => {
    const say = () => tell('theme_changed', { theme_params: themeParams() });
    say();
    const system = window.matchMedia('(prefers-color-scheme: dark)');
    system.addEventListener('change', say);
    return () => system.removeEventListener('change', say);
  }, [tell, theme, accent]);
  useEffect(() => {
    tell('fullscreen_changed', { is_fullscreen: isFullscreen });
    tell('safe_area_changed', insets(isFullscreen ? statusBarHeight : 0));
    tell('content_safe_area_changed', insets(isFullscreen ? headerHeight : 0));
  }, [tell, isFullscreen]);
  useEffect(() => {
    const page = frame.current;
    if (page === null) return undefined;
    const watch = new ResizeObserver(() => tell('viewport_changed', sizeOf(page)));
    watch.observe(page);
    return () => watch.disconnect();
  }, [tell, frame]);
};

function Head(props: {
  name: string;
  now: Surroundings;
  tell: Tell;
  onReload: () => void;
  onClose: () => void;
}) {
  const { name, now, tell, onReload, onClose } = props;
  const { say } = useSettings();
  return (
    <header className="sheet-head app-head">
      {now.hasBack ? (
        <button
          type="button"
          className="icon-button"
          onClick={() => tell('back_button_pressed')}
          aria-label={say('back')}
        >
          <IconArrowLeft size={20} />
        </button>
      ) : null}
      <h2 className="sheet-title">{name}</h2>
      {now.hasSettings ? (
        <button
          type="button"
          className="icon-button"
          onClick={() => tell('settings_button_pressed')}
          aria-label={say('settings')}
        >
          <IconSettings size={19} />
        </button>
      ) : null}
      <button type="button" className="icon-button" onClick={onReload} aria-label={say('reload')}>
        <IconReload size={19} />
      </button>
      <button type="button" className="icon-button" onClick={onClose} aria-label={say('close')}>
        <IconX size={20} />
      </button>
    </header>
  );
}

/** Everything that happens between a Mini App and the phone around it. */
const useApp = (props: WebAppProps) => {
  const { app, onClose } = props;
  const [round, setRound] = useState(0);
  const [now, setNow] = useState(untouched);
  const [leaving, setLeaving] = useState(false);
  const frame = useRef<HTMLIFrameElement>(null);
  const address = useAddress(app, round);
  const answers = useAnswers(props, frame);
  const tell = useBridge(frame, (event: AppEvent) => {
    answers(tell, now)[event.type]?.(event.data);
    setNow((before) => surround(before, event));
  });
  useNews(tell, frame, now.isFullscreen);
  return {
    ...{ now, tell, frame, round, address, leaving },
    stay: () => setLeaving(false),
    close: () => (now.confirmsClosing ? setLeaving(true) : onClose()),
    reload: () => {
      setNow(untouched);
      setRound(round + 1);
    },
    answer: (button_id: string | undefined) => {
      setNow((before) => ({ ...before, popup: undefined }));
      tell('popup_closed', button_id === undefined ? {} : { button_id });
    },
  };
};

const colorsOf = ({ header, background }: Surroundings): CSSProperties =>
  ({
    ...(header === undefined ? {} : { '--app-head': header }),
    ...(background === undefined ? {} : { '--app-ground': background }),
  }) as CSSProperties;

/** A bot's Mini App in a frame over the phone, with all that a client does around it. */
export function WebApp(props: WebAppProps) {
  const { name, onClose } = props;
  const { say } = useSettings();
  const box = useFocusInside();
  const { now, tell, frame, round, address, leaving, stay, close, reload, answer } = useApp(props);
  return (
    <div
      className={now.isFullscreen ? 'layer layer-full layer-app whole' : 'layer layer-full layer-app'}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      <div className="layer-shade" onClick={close} aria-hidden />
      <div
        ref={box}
        className="sheet"
        role="dialog"
        aria-modal
        aria-label={name}
        tabIndex={-1}
        style={colorsOf(now)}
      >
        <Head name={name} now={now} tell={tell} onReload={reload} onClose={close} />
        <div className="sheet-body">
          {address.error === null ? null : <p className="app-failed">{address.error.message}</p>}
          {address.data === undefined ? null : (
            <iframe
              key={round}
              ref={frame}
              className="web-app"
              src={address.data.url}
              title={say('webApp', { name })}
              allow="clipboard-write"
              sandbox="allow-scripts allow-same-origin allow-forms allow-popups allow-modals allow-downloads"
            />
          )}
        </div>
        <BottomBar main={now.main} secondary={now.secondary} onPress={(event) => tell(event)} />
        {now.haptics === 0 ? null : <span key={now.haptics} className="haptic" aria-hidden />}
      </div>
      {now.popup === undefined ? null : <AppPopup popup={now.popup} onAnswer={answer} />}
      {leaving ? (
        <Alert text={say('leaveApp')} action={say('close')} onAction={onClose} onClose={stay} />
      ) : null}
    </div>
  );
}
