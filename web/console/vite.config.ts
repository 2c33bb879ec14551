import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const desk = process.env['DESK_URL'] ?? 'http://127.0.0.1:8080';

/** Builds the console into dist/console; `vite` alone serves it live beside a desk on port 8080 (or DESK_URL). */
export default defineConfig(({ command }) => {
  // A page is built for people even when a test builds it.
  if (command === 'build') process.env['NODE_ENV'] = 'production';
  return {
    root: here('.'),
    base: '/console/',
    plugins: [react()],
    build: {
      outDir: here('../../dist/console'),
      emptyOutDir: true,
      target: 'es2023',
      reportCompressedSize: false,
      chunkSizeWarningLimit: 1500,
    },
    server: { proxy: { '/api': desk } },
  };
});
