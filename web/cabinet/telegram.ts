import { on, postEvent, setTargetOrigin } from '@tma.js/bridge';
import { keptHere } from './data/kept.ts';
import { paletteOf, type ThemeParams, wear } from './look/palette.ts';

/** What a touch felt like: something was chosen, it worked, it did not. */
export type Feel = 'choice' | 'done' | 'failed';

/** The one main button at the bottom of the screen. */
export interface MainButton {
  readonly label: string;
  readonly enabled: boolean;
  readonly busy: boolean;
  readonly press: () => void;
}

/** Telegram around the page. In a plain browser there is none, and the page draws what Telegram would. */
export interface Telegram {
  /** Signed by Telegram: who opened the page and when. */
  readonly initData: string;
  /** A number that this opening alone has. */
  readonly opening: string;
  /** What the link that opened the page named, such as `ticket_1001`. */
  readonly startParam: string | undefined;
  /** The language of the person's Telegram. */
  readonly language: string | undefined;
  /** Shows the main button until the returned function is called. */
  readonly showMainButton: (button: MainButton) => () => void;
  /** Shows the back button until the returned function is called. */
  readonly showBackButton: (press: () => void) => () => void;
  readonly feel: (what: Feel) => void;
  /** Takes the whole screen until the returned function is called, where that helps: on a phone whose Telegram can. */
  readonly fillScreen: () => () => void;
  readonly close: () => void;
  /** Opens an address in the browser outside Telegram. */
  readonly openLink: (address: string) => void;
}

interface Insets {
  readonly top: number;
  readonly bottom: number;
}

const root = (): HTMLElement => document.documentElement;

/** Old versions of Telegram do not know every event; a page works without. */
const post: typeof postEvent = ((...args: Parameters<typeof postEvent>) => {
  try {
    postEvent(...args);
  } catch {
    // Nobody listens.
  }
}) as typeof postEvent;

/** Finds Telegram, tells it that the page is there, and follows its theme and its margins. Null in a plain browser. */
export function meetTelegram(): Telegram | null {
  const launch = readLaunch();
  const initData = launch?.get('tgWebAppData');
  if (!launch || !initData) {
    wearBrowser();
    return null;
  }
  // Who may frame this page at all is said by its content policy.
  setTargetOrigin('*');
  wearTheme(parseTheme(launch.get('tgWebAppThemeParams')));
  on('theme_changed', ({ theme_params }) => {
    wearTheme(theme_params);
  });
  followMargins();
  post('web_app_ready');
  post('web_app_expand');
  post('web_app_setup_swipe_behavior', { allow_vertical_swipe: false });
  post('web_app_set_header_color', { color_key: 'secondary_bg_color' });
  post('web_app_request_theme');
  const fields = new URLSearchParams(initData);
  return {
    ...{ initData, showMainButton, feel, showBackButton: backButton() },
    fillScreen: fullScreenFor(launch),
    opening: fields.get('hash') ?? '',
    startParam: launch.get('tgWebAppStartParam') ?? fields.get('start_param') ?? undefined,
    language: /"language_code":"([\w-]+)"/.exec(fields.get('user') ?? '')?.[1],
    close: () => {
      post('web_app_close');
    },
    openLink: (url) => {
      post('web_app_open_link', { url });
    },
  };
}

const LAUNCH = 'launch';

/** What Telegram put into the address; a reload finds it where it was kept. The bridge reads it too, but refuses all of it where a field is
 * new or missing. */
function readLaunch(): URLSearchParams | null {
  const fragment = window.location.hash.slice(1);
  const fresh = new URLSearchParams(fragment).has('tgWebAppData');
  if (fresh) keptHere.set(LAUNCH, fragment);
  const launch = fresh ? fragment : keptHere.get(LAUNCH);
  return launch === null ? null : new URLSearchParams(launch);
}

function parseTheme(text: string | null): ThemeParams {
  try {
    const theme: unknown = JSON.parse(text ?? '');
    return typeof theme === 'object' && theme !== null ? (theme as ThemeParams) : {};
  } catch {
    return {};
  }
}

const prefersDark = (): MediaQueryList => window.matchMedia('(prefers-color-scheme: dark)');

function wearTheme(theme: ThemeParams): void {
  const palette = paletteOf(theme, prefersDark().matches);
  wear(palette, root());
}

function wearBrowser(): void {
  const query = prefersDark();
  wearTheme({});
  query.addEventListener('change', () => {
    wearTheme({});
  });
}

function followMargins(): void {
  const device = { top: 0, bottom: 0 };
  const content = { top: 0, bottom: 0 };
  const apply = (): void => {
    root().style.setProperty('--margin-top', `${String(device.top + content.top)}px`);
    root().style.setProperty('--margin-bottom', `${String(device.bottom + content.bottom)}px`);
  };
  const follow = (kept: { top: number; bottom: number }) => (insets: Insets) => {
    kept.top = insets.top;
    kept.bottom = insets.bottom;
    apply();
  };
  on('safe_area_changed', follow(device));
  on('content_safe_area_changed', follow(content));
  post('web_app_request_safe_area');
  post('web_app_request_content_safe_area');
  on('viewport_changed', ({ height, is_state_stable }) => {
    if (is_state_stable) root().style.setProperty('--viewport-height', `${String(height)}px`);
  });
  post('web_app_request_viewport');
}

function showMainButton({ label, enabled, busy, press }: MainButton): () => void {
  const stop = on('main_button_pressed', press);
  post('web_app_setup_main_button', {
    ...{ is_visible: true, is_active: enabled && !busy, is_progress_visible: busy, text: label },
  });
  return () => {
    stop();
    post('web_app_setup_main_button', { is_visible: false });
  };
}

/** What is on top is left first. */
function backButton(): Telegram['showBackButton'] {
  const presses: (() => void)[] = [];
  on('back_button_pressed', () => {
    presses.at(-1)?.();
  });
  return (press) => {
    presses.push(press);
    post('web_app_setup_back_button', { is_visible: true });
    return () => {
      presses.splice(presses.indexOf(press), 1);
      post('web_app_setup_back_button', { is_visible: presses.length > 0 });
    };
  };
}

const FULL_SCREEN_SINCE = 8;

function fullScreenFor(launch: URLSearchParams): Telegram['fillScreen'] {
  const isPhone = /^(android|ios)/.test(launch.get('tgWebAppPlatform') ?? '');
  const may = isPhone && Number.parseInt(launch.get('tgWebAppVersion') ?? '', 10) >= FULL_SCREEN_SINCE;
  let isFull = launch.has('tgWebAppFullscreen');
  on('fullscreen_changed', ({ is_fullscreen }) => {
    isFull = is_fullscreen;
  });
  return () => {
    // Whoever has it full already keeps it so.
    if (!may || isFull) return () => undefined;
    post('web_app_request_fullscreen');
    return () => {
      post('web_app_exit_fullscreen');
    };
  };
}

function feel(what: Feel): void {
  if (what === 'choice') post('web_app_trigger_haptic_feedback', { type: 'selection_change' });
  else {
    const notification_type = what === 'done' ? 'success' : 'error';
    post('web_app_trigger_haptic_feedback', { type: 'notification', notification_type });
  }
}
