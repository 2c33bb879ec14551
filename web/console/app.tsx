import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiError } from '../ui/api.ts';
import { rememberPlace } from './data/kept.ts';
import { PreferencesProvider } from './data/preferences.tsx';
import { createMemory, forgetSession } from './data/queries.ts';
import { NamedClosing } from './look/closing.tsx';
import { cssVariablesResolver, theme } from './look/theme.ts';
import { createConsoleRouter } from './router.tsx';

/** Sets up the memory and the addresses; a session that has ended leads to the sign-in screen and, after it, back. */
function createParts() {
  const memory = createMemory();
  const router = createConsoleRouter(memory);
  const watch = (error: unknown): void => {
    const { pathname, href } = router.state.location;
    if (!(error instanceof ApiError) || error.status !== 401 || pathname === '/sign-in') return;
    rememberPlace(href);
    // What was read under the session is nobody's any more.
    void router.navigate({ to: '/sign-in', search: {} }).then(() => {
      forgetSession(memory);
    });
  };
  memory.getQueryCache().config.onError = watch;
  memory.getMutationCache().config.onError = watch;
  return { memory, router };
}

/** The console. */
export function App() {
  const [{ memory, router }] = useState(createParts);
  return (
    <QueryClientProvider client={memory}>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
        <PreferencesProvider>
          <NamedClosing>
            <Notifications position="bottom-right" autoClose={6_000} />
            <RouterProvider router={router} />
          </NamedClosing>
        </PreferencesProvider>
      </MantineProvider>
    </QueryClientProvider>
  );
}
