// Who may import whom. The list of rooms is the order of domain/: a room imports base and the doors of rooms above it.
export const rooms = [
  'customers',
  'audit',
  'staff',
  'files',
  'knowledge',
  'replies',
  'chats',
  'routing',
  'forms',
  'tickets',
  'sla',
  'queues',
  'automation',
  'surveys',
  'incidents',
  'privacy',
  'front-desk',
  'notices',
  'concierge',
  'cabinet',
  'back-office',
  'staff-forum',
  'community',
  'reception',
  'experiments',
  'insight',
  'operations',
];

const tests = '\\.test\\.tsx?$';
// Two doors besides: the table types, which a machine writes, and running a database server, which few need.
const doors = ['^(base|domain|edges)/[^/]+/index\\.ts$', '^base/db/(generated/|server\\.ts$)'];
const local = '^(app|base|bench|contract|domain|edges|sandbox|test|web)/';

/** A rule that forbids imports; nothing that breaks one gets past the check. */
const forbid = (name, comment, { from, to }) => ({ name, comment, severity: 'error', from, to });

const roomsInOrder = rooms.slice(0, -1).map((room, index) =>
  forbid(`${room}-is-above`, `domain/${room} imports only rooms above it in the list`, {
    from: { path: `^domain/${room}/` },
    to: { path: `^domain/(${rooms.slice(index + 1).join('|')})/` },
  }),
);

export default {
  forbidden: [
    forbid('no-cycles', 'Modules that import each other in a ring cannot be understood alone', {
      from: {},
      to: { circular: true },
    }),
    forbid('resolvable', 'Every import leads somewhere', { from: {}, to: { couldNotResolve: true } }),
    forbid('room-is-listed', 'A new room takes its place in the list', {
      from: { path: '^domain/', pathNot: `^domain/(${rooms.join('|')})/` },
      to: {},
    }),
    ...roomsInOrder,
    forbid('doors-between-rooms', 'Another room is entered by its door, index.ts', {
      from: { path: '^((?:base|domain|edges)/[^/]+)/' },
      to: { path: '^(base|domain)/[^/]+/', pathNot: ['^$1/', ...doors] },
    }),
    forbid('doors-from-outside', 'A room is entered by its door, index.ts', {
      from: { pathNot: ['^(base|domain|edges|test)/', tests] },
      to: { path: '^(base|domain|edges)/[^/]+/', pathNot: doors },
    }),
    forbid('edges-apart', 'Edges never import edges', {
      from: { path: '^edges/([^/]+)/', pathNot: tests },
      to: { path: '^edges/', pathNot: '^edges/$1/' },
    }),
    forbid('domain-inside', 'domain/ knows base/ and itself', {
      from: { path: '^domain/', pathNot: tests },
      to: { path: local, pathNot: '^(base|domain)/' },
    }),
    forbid('domain-without-transport', 'domain/ knows no Telegram and no HTTP', {
      from: { path: '^domain/' },
      to: { path: ['node_modules/(@?grammy|@?fastify|pino)', '^(node:)?(http|https|http2|net|tls|dgram)$'] },
    }),
    forbid('base-below', 'base/ knows nothing of support desks', {
      from: { path: '^base/', pathNot: tests },
      to: { path: local, pathNot: '^base/' },
    }),
    forbid('sandbox-apart', 'sandbox/ imports nothing of ours', {
      from: { path: '^sandbox/', pathNot: tests },
      to: { path: local, pathNot: '^sandbox/' },
    }),
    forbid('web-apart', 'web/ knows contract/ and itself', {
      from: { path: '^web/', pathNot: tests },
      to: { path: `${local.slice(0, -2)}|content)/`, pathNot: '^(web|contract|content/locales)/' },
    }),
    forbid('contract-is-shapes', 'contract/ holds zod shapes and nothing else', {
      from: { path: '^contract/', pathNot: tests },
      to: { pathNot: ['^contract/', 'node_modules/zod/'] },
    }),
    forbid('edges-inside', 'Edges know domain/, base/ and contract/', {
      from: { path: '^edges/', pathNot: tests },
      to: { path: local, pathNot: '^(edges|domain|base|contract)/' },
    }),
    forbid('app-composes', 'Only tests and benchmarks import app/, and nobody imports those', {
      from: { path: local, pathNot: ['^(app|bench|test)/', tests] },
      to: { path: '^(app|bench|test)/' },
    }),
    forbid('grammy-at-its-edge', 'Only the Telegram edges know grammY', {
      from: { pathNot: ['^edges/telegram-', '^test/', tests, 'node_modules'] },
      to: { path: 'node_modules/grammy/' },
    }),
    forbid(
      'telegram-types-at-their-edge',
      'Only the Telegram edges and the sandbox know the Bot API’s types',
      {
        from: { pathNot: ['^edges/telegram-', '^sandbox/', '^test/', tests, 'node_modules'] },
        to: { path: 'node_modules/@grammyjs/' },
      },
    ),
    forbid('fastify-at-its-edge', 'Only edges and the sandbox know Fastify', {
      from: { pathNot: ['^(edges|sandbox)/', '^test/', tests, 'node_modules'] },
      to: { path: 'node_modules/(@fastify|fastify)' },
    }),
    forbid(
      'no-tools-at-run-time',
      'What the running desk imports is a dependency, not a tool of development',
      {
        from: {
          path: '^(app|base|bench|contract|domain|edges|sandbox|web)/',
          pathNot: [
            tests,
            '^app/setup/',
            '^base/db/generate\\.ts$',
            'vite\\.config\\.ts$',
            '^sandbox/bot-api/description/',
          ],
        },
        to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm-no-pkg', 'npm'] },
      },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.data)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
