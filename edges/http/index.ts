export { buildServer, type HttpOptions, type OpenFile } from './server.ts';
