import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

const accent: MantineColorsTuple = [
  '#eef2fd',
  '#dde5fb',
  '#b9c8f7',
  '#93aaff',
  '#6f8bf0',
  '#4f6fe3',
  '#3355d1',
  '#2b48b5',
  '#243c97',
  '#1c2f78',
];

/** Mantine's parts, dressed in the tokens of the look. */
export const theme = createTheme({
  colors: { accent },
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 6 },
  fontFamily: 'var(--nd-font)',
  headings: { fontFamily: 'var(--nd-font)', fontWeight: '600' },
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  defaultRadius: 'var(--nd-radius)',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Tooltip: { defaultProps: { openDelay: 400, withArrow: false, transitionProps: { duration: 80 } } },
    Menu: { defaultProps: { transitionProps: { duration: 80 }, shadow: 'sm', radius: 'var(--nd-radius)' } },
    Modal: { defaultProps: { transitionProps: { duration: 120 } } },
    Drawer: { defaultProps: { transitionProps: { duration: 120 } } },
  },
});

/** Which of Mantine's colours are tokens of ours. */
export const cssVariablesResolver: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--nd-surface)',
    '--mantine-color-text': 'var(--nd-text)',
    '--mantine-color-bright': 'var(--nd-text)',
    '--mantine-color-dimmed': 'var(--nd-text-3)',
    '--mantine-color-placeholder': 'var(--nd-text-3)',
    '--mantine-color-anchor': 'var(--nd-accent)',
    '--mantine-color-default': 'var(--nd-surface)',
    '--mantine-color-default-hover': 'var(--nd-hover)',
    '--mantine-color-default-color': 'var(--nd-text)',
    '--mantine-color-default-border': 'var(--nd-line)',
    '--mantine-color-error': 'var(--nd-danger)',
  };
  return { variables: {}, light: shared, dark: shared };
};
