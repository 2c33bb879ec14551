export { type DueJob, dueJobs, indexDue, spendJobs } from './due.ts';
export { cancel, cancelAbout, ensure, moveClock, reschedule, schedule, type Timer } from './schedule.ts';
export { startWorker, type Task, type WorkerOptions } from './worker.ts';
