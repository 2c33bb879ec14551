export * from './common.ts';
export * from './live.ts';
export * from './session.ts';
export * from './tickets.ts';
