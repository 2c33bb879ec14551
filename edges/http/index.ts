export type { HttpOptions, OpenFile } from './options.ts';
export { buildServer } from './server.ts';
