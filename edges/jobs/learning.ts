import { Worker } from 'node:worker_threads';
import type { Db, Transact } from '../../base/db/index.ts';
import type { Clock } from '../../base/kernel/index.ts';
import { type Lesson, readLesson, saveTopics } from '../../domain/knowledge/index.ts';

/** Learns topics anew where enough is new (B2). The arithmetic takes seconds, so it has a thread of its own. */
export async function learnTopics(options: {
  db: Db;
  transact: Transact;
  desk: { clock: Clock };
}): Promise<void> {
  const lesson = await readLesson(options.db);
  if (!lesson) return;
  const learnt = await learnAside(lesson.examples);
  await options.transact((tx) => saveTopics(tx, { learnt, lesson, now: options.desk.clock.now() }));
}

function learnAside(examples: Lesson['examples']): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
  const worker = new Worker(new URL('./learn-worker.ts', import.meta.url), { workerData: examples });
  worker.once('message', resolve);
  worker.once('error', reject);
  worker.once('exit', () => reject(new Error('the thread that learns topics ended without an answer')));
  return promise;
}
