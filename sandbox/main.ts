import { parseArgs } from 'node:util';
import { startSandbox } from './index.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8081' },
    host: { type: 'string', default: '127.0.0.1' },
    token: { type: 'string', default: '1000001:sandbox-nightdesk-token-000000000000000' },
    username: { type: 'string', default: 'nightdesk_bot' },
    name: { type: 'string', default: 'Nightdesk' },
    state: { type: 'string' },
    'no-limits': { type: 'boolean', default: false },
    topics: { type: 'boolean', default: false },
  },
});

function explain(error: NodeJS.ErrnoException): never {
  const taken = error.code === 'EADDRINUSE';
  const reason = taken
    ? `port ${values.port} is taken: stop what listens there, or give --port`
    : error.message;
  process.stderr.write(`The sandbox cannot start: ${reason}\n`);
  process.exit(1);
}

// Whoever tries a bot wants to see all of it. Topics alone change how its chats look, so they are asked for.
const settings = {
  ...{ can_connect_to_business: true, supports_inline_queries: true, supports_join_request_queries: true },
  ...{ has_topics_enabled: values.topics, allows_users_to_create_topics: values.topics },
};

const sandbox = await startSandbox({
  port: Number(values.port),
  host: values.host,
  bots: [{ token: values.token, username: values.username, first_name: values.name, settings }],
  stateFile: values.state,
  limits: { enabled: !values['no-limits'] },
}).catch(explain);
process.stdout.write(`Sandbox listens on ${sandbox.url} (phone page at /, description at /openapi.json)\n`);

let stopping = false;
function stop(): void {
  if (stopping) return;
  stopping = true;
  void sandbox.close().then(() => process.exit(0));
}
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
// A sandbox started by another process ends with it.
process.on('disconnect', stop);
