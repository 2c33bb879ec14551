import './look/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { createMemory, ticketsQuery } from './data/queries.ts';
import { openCabinet, takeLink } from './data/session.ts';
import { likelyLanguage, loadWords } from './data/words.tsx';
import { meetTelegram } from './telegram.ts';

const telegram = meetTelegram();
const way = { telegram, link: takeLink() };
const memory = createMemory();
// Everything is on its way before anything is drawn.
const opening = openCabinet(way);
opening.then(
  () => memory.prefetchInfiniteQuery(ticketsQuery('open')),
  () => undefined,
);
const words = await loadWords(likelyLanguage(telegram?.language));
const root = document.getElementById('root');
if (root) createRoot(root).render(<App {...{ telegram, words, opening, memory }} />);
