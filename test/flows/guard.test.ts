import { expect, test } from 'vitest';
import { buildServer } from '../../edges/http/index.ts';
import { testIntake } from '../support/intake.ts';

test('a route under /api that does not say who may call it cannot be built', async () => {
  await using t = await testIntake();
  const { db, transact, desk, translate, log, metrics, onNote, storage } = t.runtime;
  const server = await buildServer({
    ...{ db, transact, desk, translate, log, metrics, onNote, storage },
    ...{
      botUsername: () => null,
      readLaunch: () => undefined,
      demo: false,
      distFolder: '/nowhere',
      ready: () => true,
    },
    openFile: async () => ({ status: 404 }),
  });
  try {
    expect(() => server.get('/api/forgotten', () => 'open to all')).toThrow(/does not say who may call it/);
    expect(() =>
      server.get('/api/named', { config: { access: 'signed_in' } }, () => 'for some'),
    ).not.toThrow();
    expect(() => server.get('/other', () => 'not the API')).not.toThrow();
  } finally {
    await server.close();
  }
});
