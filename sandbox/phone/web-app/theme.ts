/** The colours that a Mini App is told, and which of the phone's own they are. */
const colors = {
  bg_color: '--surface',
  secondary_bg_color: '--surface-2',
  text_color: '--text',
  hint_color: '--text-2',
  subtitle_text_color: '--text-2',
  link_color: '--accent',
  accent_text_color: '--accent',
  section_header_text_color: '--accent',
  button_color: '--accent-fill',
  button_text_color: '--on-accent',
  header_bg_color: '--surface',
  bottom_bar_bg_color: '--surface',
  section_bg_color: '--surface',
  section_separator_color: '--surface-3',
  destructive_text_color: '--danger',
} as const;

/** The phone's own colour behind a name that Mini Apps know, as a style says it. */
export const phoneColor = (name: string): string | undefined => {
  const own = Object.entries(colors).find(([known]) => known === name)?.[1];
  return own === undefined ? undefined : `var(${own})`;
};

const hex = (color: string): string => {
  const parts = (color.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
  return `#${parts.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
};

/** The phone's colours as they are now, by the names that Mini Apps know. */
export const themeParams = (): Record<string, string> => {
  const probe = document.createElement('span');
  document.body.append(probe);
  const read = (name: string): string => {
    probe.style.color = `var(${name})`;
    return hex(getComputedStyle(probe).color);
  };
  const params = Object.fromEntries(Object.entries(colors).map(([name, own]) => [name, read(own)]));
  probe.remove();
  return params;
};
