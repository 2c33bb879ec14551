import type { AppEvent } from './bridge.ts';
import { phoneColor } from './theme.ts';

/** A button at the bottom, as the Mini App wants it. */
export interface AppButton {
  is_visible?: boolean;
  is_active?: boolean;
  is_progress_visible?: boolean;
  has_shine_effect?: boolean;
  text?: string;
  color?: string;
  text_color?: string;
  position?: string;
}

/** A question that the Mini App asks over itself. */
export interface Popup {
  title?: string;
  message: string;
  buttons: { id?: string; type?: string; text?: string }[];
}

/** How the phone stands around a Mini App. */
export interface Surroundings {
  ready: boolean;
  main: AppButton;
  secondary: AppButton;
  hasBack: boolean;
  hasSettings: boolean;
  confirmsClosing: boolean;
  isFullscreen: boolean;
  header: string | undefined;
  background: string | undefined;
  popup: Popup | undefined;
  /** Grows with each touch that the phone would answer by shaking. */
  haptics: number;
}

/** The phone around a Mini App that has not asked for anything yet. */
export const untouched: Surroundings = {
  ready: false,
  main: {},
  secondary: {},
  hasBack: false,
  hasSettings: false,
  confirmsClosing: false,
  isFullscreen: false,
  header: undefined,
  background: undefined,
  popup: undefined,
  haptics: 0,
};

/** A colour that the Mini App names itself, or one of the phone's by name, which changes with the theme. */
const colorOf = ({ color, color_key: key }: Record<string, unknown>): string | undefined =>
  typeof color === 'string' ? color : phoneColor(String(key));

type Change = (now: Surroundings, data: Record<string, unknown>) => Surroundings;

const changes: Record<string, Change> = {
  web_app_ready: (now) => ({ ...now, ready: true }),
  web_app_setup_main_button: (now, data) => ({ ...now, main: { ...now.main, ...data } }),
  web_app_setup_secondary_button: (now, data) => ({ ...now, secondary: { ...now.secondary, ...data } }),
  web_app_setup_back_button: (now, data) => ({ ...now, hasBack: data.is_visible === true }),
  web_app_setup_settings_button: (now, data) => ({ ...now, hasSettings: data.is_visible === true }),
  web_app_setup_closing_behavior: (now, data) => ({
    ...now,
    confirmsClosing: data.need_confirmation === true,
  }),
  web_app_set_header_color: (now, data) => ({ ...now, header: colorOf(data) }),
  web_app_set_background_color: (now, data) => ({ ...now, background: colorOf(data) }),
  web_app_request_fullscreen: (now) => ({ ...now, isFullscreen: true }),
  web_app_exit_fullscreen: (now) => ({ ...now, isFullscreen: false }),
  web_app_trigger_haptic_feedback: (now) => ({ ...now, haptics: now.haptics + 1 }),
  web_app_open_popup: (now, data) => {
    const buttons = Array.isArray(data.buttons) ? (data.buttons as Popup['buttons']) : [];
    const title = typeof data.title === 'string' ? { title: data.title } : {};
    return { ...now, popup: { ...title, message: String(data.message ?? ''), buttons } };
  },
};

/** The surroundings after what the Mini App asked for; whatever is not about them changes nothing. */
export const surround = (now: Surroundings, { type, data }: AppEvent): Surroundings =>
  changes[type]?.(now, data) ?? now;
