import { MantineThemeProvider } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { useText } from '../../ui/i18n.tsx';

/** Gives every button that closes something above the page its name, in the reader's language. */
export function NamedClosing({ children }: { children: ReactNode }) {
  const text = useText();
  const theme = useMemo(() => {
    const named = { defaultProps: { closeButtonProps: { 'aria-label': text('console-close') } } };
    return { components: { Modal: named, Drawer: named, Notification: named } };
  }, [text]);
  return <MantineThemeProvider theme={theme}>{children}</MantineThemeProvider>;
}
