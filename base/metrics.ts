import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What a process counts about itself, for /metrics. */
export type Metrics = ReturnType<typeof createMetrics>;

/** A new set of counters, with Node's own beside ours. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    updates: new Counter({
      name: 'nightdesk_updates_total',
      help: 'Updates from Telegram, by what became of them',
      labelNames: ['result'],
      registers,
    }),
    sends: new Counter({
      name: 'nightdesk_sends_total',
      help: 'Messages to Telegram, by how the call ended',
      labelNames: ['outcome'],
      registers,
    }),
    sendSeconds: new Histogram({
      name: 'nightdesk_send_seconds',
      help: 'How long a call to Telegram took',
      buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 30],
      registers,
    }),
    jobs: new Counter({
      name: 'nightdesk_jobs_total',
      help: 'Jobs and timers performed, by task and result',
      labelNames: ['task', 'result'],
      registers,
    }),
    liveClients: new Gauge({ name: 'nightdesk_live_clients', help: 'Open live-event streams', registers }),
  };
}
