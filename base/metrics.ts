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
    updateLag: new Histogram({
      name: 'nightdesk_update_lag_seconds',
      help: 'From when somebody wrote, by Telegram, until it was handled',
      buckets: [1, 2, 5, 10, 30, 60, 300, 3600],
      registers,
    }),
    pollLeader: new Gauge({
      name: 'nightdesk_poll_leader',
      help: '1 in the one process that fetches updates',
      registers,
    }),
    ...webhookMetrics(registers),
    drafts: new Counter({
      name: 'nightdesk_drafts_total',
      help: 'Answers that the endpoint was asked to draft, by what became of them',
      labelNames: ['result'],
      registers,
    }),
    embeddings: new Counter({
      name: 'nightdesk_embeddings_total',
      help: 'Calls of the endpoint for embeddings, by what for and how they ended',
      labelNames: ['what', 'result'],
      registers,
    }),
    liveClients: new Gauge({ name: 'nightdesk_live_clients', help: 'Open live-event streams', registers }),
  };
}

/** What tells of the webhook. */
function webhookMetrics(registers: Registry[]) {
  return {
    webhookSets: new Counter({
      name: 'nightdesk_webhook_set_again_total',
      help: 'How often the webhook was found changed and set again',
      registers,
    }),
    webhookPending: new Gauge({
      name: 'nightdesk_webhook_pending_updates',
      help: 'Updates that wait at Telegram, when last asked',
      registers,
    }),
    webhookFailing: new Gauge({
      name: 'nightdesk_webhook_failing',
      help: '1 while updates wait and Telegram tells of an error in bringing them',
      registers,
    }),
  };
}

/** The gauges of what all processes share; they are read from the database when somebody asks. */
export type SharedMetrics = ReturnType<typeof createSharedMetrics>;

/** A new set of gauges, registered beside those of a process. */
export function createSharedMetrics(registry: Registry) {
  const registers = [registry];
  return {
    waiting: new Gauge({
      name: 'nightdesk_outbox_messages',
      help: 'Messages that wait to be sent, by the priority of their chats',
      labelNames: ['priority'],
      registers,
    }),
    oldest: new Gauge({
      name: 'nightdesk_outbox_oldest_seconds',
      help: 'How long the oldest message waits to be sent',
      registers,
    }),
    unsent: new Gauge({
      name: 'nightdesk_outbox_unsent',
      help: 'Messages that did not arrive, or perhaps not, and wait for a person, by reason',
      labelNames: ['reason'],
      registers,
    }),
    budgetUsed: new Gauge({
      name: 'nightdesk_budget_used',
      help: 'How many of the messages a second that Telegram takes are used',
      registers,
    }),
    paused: new Gauge({
      name: 'nightdesk_outbox_paused',
      help: '1 while Telegram asks the whole bot to wait',
      registers,
    }),
    senders: new Gauge({ name: 'nightdesk_senders', help: 'Processes that send', registers }),
    failedUpdates: new Gauge({
      name: 'nightdesk_failed_updates',
      help: 'Updates that could not be handled',
      registers,
    }),
  };
}
