import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const desk = process.env['DESK_URL'] ?? 'http://127.0.0.1:8080';

/** What the first screen needs, in one file: ten small ones would each wait for a free connection. */
const FIRST =
  /node_modules|web\/ui\/|cabinet\/(data|look|tickets)\/|cabinet\/kit\/(main-button|notice|page|skeleton)|cabinet\/[a-z]+\.tsx?$/;

/** Builds the cabinet into dist/cabinet; `vite` alone serves it live beside a desk on port 8080 (or DESK_URL). Preact takes React's place:
 * phones on weak networks load a third. */
export default defineConfig(({ command }) => {
  // A page is built for people even when a test builds it.
  if (command === 'build') process.env['NODE_ENV'] = 'production';
  return {
    root: here('.'),
    base: '/cabinet/',
    resolve: {
      alias: [
        { find: 'react/jsx-runtime', replacement: 'preact/jsx-runtime' },
        { find: 'react-dom/client', replacement: 'preact/compat/client' },
        { find: /^react(-dom)?$/, replacement: 'preact/compat' },
      ],
    },
    build: {
      outDir: here('../../dist/cabinet'),
      emptyOutDir: true,
      target: 'es2022',
      reportCompressedSize: false,
      rolldownOptions: {
        output: { codeSplitting: { groups: [{ name: 'first', test: FIRST }] } },
      },
    },
    server: { proxy: { '/api': desk } },
  };
});
