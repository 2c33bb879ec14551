import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { followEvents } from './data/live.ts';
import { SettingsProvider } from './settings.tsx';
import './styles/tokens.css';
import './styles/stage.css';
import './styles/controls.css';
import './styles/list.css';
import './styles/chat.css';
import './styles/bubble.css';
import './styles/media.css';
import './styles/newer.css';

const queries = new QueryClient({
  // The server is on this machine, so the browser's own idea of being online says nothing.
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: Number.POSITIVE_INFINITY,
      retry: 1,
      refetchOnWindowFocus: false,
    },
    mutations: { networkMode: 'always' },
  },
});

followEvents(queries);

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <SettingsProvider>
          <App />
        </SettingsProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
