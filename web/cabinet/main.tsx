import './look/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { openCabinet, takeLink } from './data/session.ts';
import { likelyLanguage, loadWords } from './data/words.tsx';
import { meetTelegram } from './telegram.ts';

const telegram = meetTelegram();
const way = { telegram, link: takeLink() };
// Both are on their way before anything is drawn.
const opening = openCabinet(way);
opening.catch(() => undefined);
const words = await loadWords(likelyLanguage(telegram?.language));
const root = document.getElementById('root');
if (root) createRoot(root).render(<App telegram={telegram} words={words} opening={opening} />);
