import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Builds the phone page into dist/phone; `vite` alone serves it live beside a sandbox on port 8081. */
export default defineConfig({
  root: here('.'),
  base: './',
  plugins: [react()],
  build: {
    outDir: here('../../dist/phone'),
    emptyOutDir: true,
    target: 'es2023',
    reportCompressedSize: false,
  },
  server: { proxy: { '/people': 'http://127.0.0.1:8081' } },
});
