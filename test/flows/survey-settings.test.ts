import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  AuditPage,
  ErrorBody,
  LowRating,
  LowRatingPage,
  QuietSettings,
  SurveySettings,
} from '../../contract/index.ts';
import { type AftercareWorld, aftercareWorld, until } from '../support/aftercare-world.ts';
import type { Agent } from '../support/desk.ts';

let w: AftercareWorld;
let admin: Agent;
let analyst: Agent;
beforeAll(async () => {
  w = await aftercareWorld();
  admin = await w.t.agent('admin');
  analyst = await w.t.agent('analyst');
});
afterAll(() => w?.[Symbol.asyncDispose]());

const code = (answer: { body: unknown }) => ErrorBody.parse(answer.body).error.code;
const lastEntry = async () => AuditPage.parse((await admin.call('/api/audit?limit=1')).body).entries[0];

test('what is asked around the end of a ticket is read, changed as a whole, checked and audited', async () => {
  const before = SurveySettings.parse((await analyst.call('/api/survey-settings')).body);
  expect(before).toMatchObject({
    survey_enabled: true,
    survey_style: 'faces',
    survey_hours: 0,
    nps_days: 90,
  });
  const after: SurveySettings = { ...before, survey_style: 'stars', survey_hours: 24, nps_share: 50 };
  expect((await analyst.call('/api/survey-settings', after, 'PUT')).status).toBe(403);
  expect((await admin.call('/api/survey-settings', after, 'PUT')).body).toEqual(after);
  expect((await analyst.call('/api/survey-settings')).body).toEqual(after);
  expect(await lastEntry()).toMatchObject({
    action: 'surveys.set',
    before: { survey_style: 'faces', survey_hours: 0, nps_share: 100 },
    after: { survey_style: 'stars', survey_hours: 24, nps_share: 50 },
  });
  for (const wrong of [
    { survey_hours: 169 },
    { follow_up_hours: 12 },
    { nps_share: 0 },
    { survey_style: 'hearts' },
  ]) {
    const answer = await admin.call('/api/survey-settings', { ...after, ...wrong }, 'PUT');
    expect(answer.status, JSON.stringify(wrong)).toBe(400);
  }
  await admin.call('/api/survey-settings', before, 'PUT');
});

test('quiet hours are read, changed, checked and audited; null switches them off', async () => {
  const off = QuietSettings.parse((await analyst.call('/api/quiet-hours')).body);
  expect(off).toEqual({ hours: null, awake_minutes: 30, waking_queues: ['security-payments'] });
  const on = { hours: { from: '22:00', until: '08:00' }, awake_minutes: 15, waking_queues: ['vip'] };
  expect((await admin.call('/api/quiet-hours', on, 'PUT')).body).toEqual(on);
  expect(await lastEntry()).toMatchObject({ action: 'quiet_hours.set', after: on });
  const refused = async (set: object) => admin.call('/api/quiet-hours', { ...on, ...set }, 'PUT');
  expect((await refused({ hours: { from: '22:00', until: '22:00' } })).status).toBe(400);
  expect((await refused({ hours: { from: '24:00', until: '08:00' } })).status).toBe(400);
  expect(code(await refused({ waking_queues: ['nowhere'] }))).toBe('queue_unknown');
  expect((await admin.call('/api/quiet-hours', off, 'PUT')).body).toEqual(off);
});

test('a low rating waits for a lead with its words, and who saw to it is told', async () => {
  const list = async (query = '') =>
    LowRatingPage.parse((await analyst.call(`/api/low-ratings${query}`)).body);
  expect(await list()).toEqual({ ratings: [], open: 0, next_cursor: null });
  await w.act('resolve', { summary: 'Done.' });
  await w.press(/How did we do/, /🙁/);
  await w.press(/🙁 Thank you/, /Add a word/);
  await w.seen(/What should we know/);
  await w.customer.say({ text: 'Nobody read what I wrote.' });
  await w.seen(/kept with your rating/);
  const page = await list();
  expect(page.open).toBe(1);
  expect(page.ratings).toMatchObject([
    {
      ...{ kind: 'csat', score: 2, comment: 'Nobody read what I wrote.', handled: null },
      ...{ ticket: { id: w.number }, agent: { id: w.agent.member.id }, requester: { name: 'Leyla' } },
    },
  ]);
  const id = page.ratings[0]?.id;
  const handle = (agent: Agent) => agent.call(`/api/low-ratings/${id}/handled`, { note: 'Called her.' });
  expect((await handle(analyst)).status).toBe(403);
  const handled = LowRating.parse((await handle(admin)).body);
  expect(handled.handled).toMatchObject({ by: { id: admin.member.id }, note: 'Called her.' });
  expect(code(await handle(admin))).toBe('low_rating_handled');
  expect((await admin.call('/api/low-ratings/99999/handled', {})).status).toBe(404);
  expect(await lastEntry()).toMatchObject({
    action: 'low_rating.handle',
    object: { kind: 'low_rating', id: String(id) },
  });
  expect((await list()).ratings).toEqual([]);
  expect((await list('?state=handled')).ratings.map((one) => one.id)).toEqual([id]);
  expect(JSON.stringify((await admin.call('/api/audit?limit=5')).body)).not.toContain('Called her');
});

test('a rating that becomes better is no task any more', async () => {
  await using own = await aftercareWorld();
  const lead = await own.t.agent('admin');
  const open = async () => LowRatingPage.parse((await lead.call('/api/low-ratings')).body).open;
  await own.act('resolve', { summary: 'Done.' });
  await own.press(/How did we do/, /😡/);
  await until(async () => expect(await open()).toBe(1));
  await own.press(/😡 Thank you/, /Change rating/);
  await own.press(/How did we do/, /🙂/);
  await until(async () => expect(await open()).toBe(0));
});
