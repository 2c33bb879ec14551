export * from './common.ts';
export * from './live.ts';
export * from './macros.ts';
export * from './queues.ts';
export * from './session.ts';
export * from './sla.ts';
export * from './staff.ts';
export * from './tickets.ts';
