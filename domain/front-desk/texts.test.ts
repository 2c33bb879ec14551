import { readdir, readFile } from 'node:fs/promises';
import { FluentBundle, FluentResource } from '@fluent/bundle';
import { parse } from '@fluent/syntax';
import { describe, expect, test } from 'vitest';
import topics from '../../content/topics.json' with { type: 'json' };
import { buttonsOf, newWorld, play, topicsIn, write } from '../../test/support/front-desk-world.ts';
import {
  type CardFacts,
  COMMANDS,
  card,
  type Language,
  OFFERED_LANGUAGES,
  type VisibleStatus,
  type Words,
  when,
} from './index.ts';

const LOCALES = new URL('../../content/locales/', import.meta.url);
const FILES = [
  'front-desk.ftl',
  'card.ftl',
  'eta.ftl',
  'messages.ftl',
  'surveys.ftl',
  'incidents.ftl',
  'nps.ftl',
  'quiet.ftl',
  'privacy.ftl',
];
const WAITS: Partial<CardFacts>[] = [
  { ahead: 3 },
  { ahead: 0, why: 'busy' },
  { ahead: 50, why: 'longer' },
  { why: 'expert' },
  { why: 'off_shift', opensAt: new Date('2026-11-24T05:00:00Z') },
];
const languages = OFFERED_LANGUAGES.map(({ code }) => code);

const read = (language: Language, file: string) => readFile(new URL(`${language}/${file}`, LOCALES), 'utf8');

/** Every variable that a text may ask for, with the longest plausible value. */
const VARS = {
  id: '1234567',
  name: 'Məhəmmədəli',
  named: 'yes',
  desk: 'Kapital Shop',
  agent: 'Gülnarə Əhmədova',
  text: 'Your order is on its way.',
  emoji: '💳',
  face: '🙂',
  score: '10',
  from: '22:00',
  until: '08:00',
  title: 'Payment',
  mark: '🔴',
  status: 'We are looking into it',
  prompt: 'Tell me in a sentence or two what happened.',
  need: 'the order number',
  what: 'the payment has arrived',
  next: 'check your balance',
  points: ' • check your balance',
  count: '12',
  limit: '20',
  minutes: '25',
  opens: '09:00',
  day: 'tomorrow',
  time: '09:10',
  date: '3 December',
};

async function bundleFor(language: Language): Promise<FluentBundle> {
  const bundle = new FluentBundle(language, { useIsolating: false });
  for (const file of FILES) bundle.addResource(new FluentResource(await read(language, file)));
  return bundle;
}

async function keysOf(language: Language, file: string): Promise<string[]> {
  const { body } = parse(await read(language, file), {});
  expect(body.filter(({ type }) => type === 'Junk')).toEqual([]);
  return body.flatMap((entry) => (entry.type === 'Message' ? [entry.id.name] : []));
}

function render(bundle: FluentBundle, words: Words, vars?: Record<string, string | number>): string {
  if (typeof words === 'string') return words;
  const pattern = bundle.getMessage(words.key)?.value;
  if (!pattern) throw new Error(`no text for ${words.key}`);
  const errors: Error[] = [];
  const text = bundle.formatPattern(pattern, vars ?? words.vars ?? null, errors);
  expect(errors, words.key).toEqual([]);
  return text;
}

/** How many words a thumb reads on a button: pictures, articles and the number of a ticket are none of their own. */
function wordsOn(label: string): number {
  return (
    label.replace(/№ \d+|\b(?:a|an|the)\b/g, '').match(/[\p{L}\p{N}]+(?:['’\-.][\p{L}\p{N}]+)*/gu)?.length ??
    0
  );
}

describe.each(languages)('texts in %s', (language) => {
  test.each(FILES)('%s has the same keys as in English, each once', async (file) => {
    const keys = await keysOf(language, file);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toEqual(await keysOf('en', file));
  });

  test('every text renders on whatever day, without braces or gaps, in three lines and in a few words on buttons', async () => {
    const bundle = await bundleFor(language);
    for (const file of FILES) {
      for (const key of await keysOf(language, file)) {
        for (const more of [{}, { day: 'today' }, { day: 'later' }, { named: 'no' }]) {
          const text = render(bundle, { key }, { ...VARS, ...more });
          expect(text, key).not.toMatch(/[{}]|undefined|null|\n\s*\n|[ \t]{2}|^\s|\s$|\p{Cf}/u);
          expect(text.split('\n').length, `${key}: ${text}`).toBeLessThanOrEqual(3);
          expect(text.length, key).toBeLessThanOrEqual(280);
          if (key.startsWith('button-'))
            expect(Array.from(text).length, `${key}: ${text}`).toBeLessThanOrEqual(22);
          if (key.startsWith('button-')) expect(wordsOn(text), `${key}: ${text}`).toBeLessThanOrEqual(3);
        }
      }
    }
  });

  test('the answer to a press fits into the 200 characters that a notice has', async () => {
    const bundle = await bundleFor(language);
    const keys = [
      'pressed-unknown',
      'pressed-stale',
      'topic-gone',
      'ticket-closed',
      'notify-on',
      'notify-off',
      'closed',
      'survey-over',
    ];
    for (const key of keys) expect(render(bundle, { key }, VARS).length).toBeLessThanOrEqual(200);
  });

  test('topics: short titles, prompts and questions, labels that fit', () => {
    for (const topic of topicsIn(language)) {
      expect(Array.from(`${topic.emoji} ${topic.title}`).length, topic.title).toBeLessThanOrEqual(22);
      expect(wordsOn(topic.title)).toBeLessThanOrEqual(3);
      expect(topic.prompt.length, topic.prompt).toBeLessThanOrEqual(120);
      for (const { label, id } of topic.clarify?.options ?? []) {
        expect(id).toMatch(/^[a-z0-9_-]{1,24}$/);
        expect(Array.from(label).length, label).toBeLessThanOrEqual(22);
        expect(wordsOn(label), label).toBeLessThanOrEqual(3);
      }
    }
  });

  test('the card tells status, time and next step for every state of a ticket', async () => {
    const bundle = await bundleFor(language);
    const now = new Date('2026-11-23T08:00:00Z');
    const statuses: VisibleStatus[] = [
      'accepted',
      'in_progress',
      'clarification_needed',
      'resolved',
      'closed',
      'reopened',
    ];
    for (const [index, status] of [...statuses, ...statuses].entries()) {
      for (const minutes of [undefined, -5, 30, 1440]) {
        for (const assigneeName of [undefined, 'Aysel']) {
          const etaAt = minutes === undefined ? undefined : new Date(now.getTime() + minutes * 60_000);
          const shown = card(
            {
              id: 1234567,
              status,
              urgent: minutes === 30,
              notify: minutes === 30,
              countdown: minutes === 30,
              ...WAITS[index % WAITS.length],
              canReopen: minutes !== -5,
              ...(status === 'clarification_needed' && minutes === 30 ? { need: 'the order number' } : {}),
              ...(etaAt === undefined ? {} : { etaAt }),
              ...(assigneeName === undefined ? {} : { assigneeName }),
            },
            { now, timeZone: 'Asia/Baku', language },
          );
          const lines = shown.lines.map((line) => render(bundle, line));
          expect(lines.length).toBeGreaterThanOrEqual(2);
          expect(lines.length).toBeLessThanOrEqual(3);
          expect(lines[0]).toContain('№ 1234567 · ');
          expect(shown.buttons.length).toBeLessThanOrEqual(3);
          const promised = ['accepted', 'in_progress', 'reopened'].includes(status) && minutes === 30;
          if (promised) expect(lines.join('\n')).toContain('12:30');
        }
      }
    }
  });

  test('what a conversation says renders with the variables that the dialogue gives', async () => {
    const bundle = await bundleFor(language);
    const world = newWorld(language);
    for (const name of [
      'help',
      'privacy',
      'status',
      'language',
      'cancel',
      'human',
      'status',
      'new',
      'cancel',
      'x',
    ]) {
      play(world, { kind: 'command', name, args: '' });
    }
    play(world, { kind: 'start', payload: 't_payment' });
    write(world, 'hello');
    play(world, { kind: 'command', name: 'cancel', args: '' });
    play(world, { kind: 'start' });
    write(world, 'hello');
    for (const does of [
      'add:1001',
      'person:1001',
      'notify:1001:1',
      'close:1001',
      'add:1001',
      'reopen:1001',
      'x',
    ]) {
      play(world, { kind: 'button', data: `d1:${does}` });
    }
    const effects = world.steps.flatMap((done) => done.effects);
    const words = [
      ...effects.flatMap((effect) => ('text' in effect && effect.text !== undefined ? [effect.text] : [])),
      ...buttonsOf(effects).map(({ label }) => label),
    ];
    expect(words.length).toBeGreaterThan(40);
    for (const text of words) expect(render(bundle, text)).not.toMatch(/[{}]/);
  });
});

test('a time reads naturally in each language', async () => {
  const now = new Date('2026-11-23T08:00:00Z');
  const said: string[] = [];
  for (const language of languages) {
    const bundle = await bundleFor(language);
    const eta = when(new Date('2026-11-24T05:10:00Z'), { now, timeZone: 'Asia/Baku', language });
    said.push(render(bundle, { key: 'card-eta', vars: eta }));
  }
  expect(said).toEqual([
    'Əməkdaşımız sabah saat 09:10-dək cavab verəcək.',
    'Сотрудник ответит завтра до 09:10.',
    'A person answers tomorrow by 09:10.',
    'Görevlimizin yanıtı: yarın en geç 09:10.',
  ]);
});

test('no text is written in vain: each key is used by the code, or inside another text', async () => {
  const folder = new URL('./', import.meta.url);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  const sources = await Promise.all(names.map((name) => readFile(new URL(name, folder), 'utf8')));
  const texts = await Promise.all(FILES.map((file) => read('en', file)));
  const code = sources.join('\n');
  for (const file of FILES) {
    for (const key of await keysOf('en', file)) {
      const used = code.includes(`'${key}'`) || texts.some((text) => text.includes(`{ ${key} }`));
      expect(used, key).toBe(true);
    }
  }
});

test('the menu of commands and the topics are whole', () => {
  for (const { name } of COMMANDS) expect(name).toMatch(/^[a-z]{1,32}$/);
  expect(topics.map(({ slug }) => slug)).toEqual(['payment', 'account', 'feature', 'complaint', 'idea']);
  for (const { queue } of topics) expect(['l1', 'security-payments']).toContain(queue);
});
