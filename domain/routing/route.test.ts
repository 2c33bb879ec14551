import { describe, expect, test } from 'vitest';
import {
  type Matter,
  type Queue,
  type RoutingMap,
  RoutingRule,
  routeByReason,
  routeTicket,
} from './index.ts';

const queue = (id: number, slug: string): Queue => ({
  ...{ id, slug, name: slug, firstReplyMinutes: 15, resolutionMinutes: 240 },
  ...{ assignment: 'pull', silentMinutes: null, offlineMinutes: null },
});
const words = { az: 'x', en: 'x', ru: 'x', tr: 'x' };
const topic = (id: number, slug: string, queueId: number) => ({
  ...{ id, slug, emoji: '', queueId, texts: { title: words, prompt: words } },
});
const map = (rules: readonly unknown[]): RoutingMap => ({
  queues: [queue(1, 'security-payments'), queue(2, 'vip'), queue(3, 'l1'), queue(4, 'l2')],
  topics: [topic(1, 'payment', 1), topic(2, 'feature', 4)],
  rules: rules.map((rule) => RoutingRule.parse(rule)),
});
const matter: Matter = { priority: 'normal', language: 'az', isVip: false };
const toL2 = { queue: 'l2' };
const goes = (rules: readonly unknown[], more: Partial<Matter> = {}) =>
  routeTicket(map(rules), { ...matter, ...more }).queue.slug;

describe('rules of routing', () => {
  test('without a rule that fits, the topic decides, then L1', () => {
    expect(goes([], { topicId: 2 })).toBe('l2');
    expect(goes([])).toBe('l1');
    expect(goes([{ when: { vip: true }, to: toL2 }])).toBe('l1');
    expect(routeTicket({ ...map([]), queues: [queue(9, 'only')] }, matter).queue.slug).toBe('only');
  });

  test.each<[string, unknown, [yes: Partial<Matter>, no: Partial<Matter>]]>([
    ['topic', { topics: ['payment'] }, [{ topicId: 1 }, { topicId: 2 }]],
    ['priority', { priorities: ['high', 'critical'] }, [{ priority: 'critical' }, { priority: 'low' }]],
    ['language', { languages: ['ru', 'tr'] }, [{ language: 'tr' }, { language: 'az' }]],
    ['region', { regions: ['Asia/Baku'] }, [{ region: 'Asia/Baku' }, { region: undefined }]],
    ['stop-word', { reasons: ['fraud'] }, [{ reason: 'fraud' }, { reason: 'kyc' }]],
    ['VIP', { vip: true }, [{ isVip: true }, { isVip: false }]],
    ['no VIP', { vip: false }, [{ isVip: false }, { isVip: true }]],
  ])('a condition on %s holds and does not hold', (_name, when, [yes, no]) => {
    const rules = [{ when, to: { priority: 'high' } }];
    expect(routeTicket(map(rules), { ...matter, ...yes }).priority).toBe('high');
    expect(routeTicket(map(rules), { ...matter, ...no }).priority).toBeUndefined();
  });

  test('all conditions of a rule have to hold; the first rule that names something decides it', () => {
    const both = { when: { vip: true, languages: ['ru'] }, to: toL2 };
    expect(goes([both], { isVip: true })).toBe('l1');
    expect(goes([both], { isVip: true, language: 'ru' })).toBe('l2');
    const rules = [
      { when: {}, to: { priority: 'high' } },
      { when: {}, to: { queue: 'gone' } },
      { when: {}, to: { queue: 'vip', priority: 'low' } },
      { when: {}, to: toL2 },
    ];
    expect(routeTicket(map(rules), matter)).toMatchObject({ queue: { slug: 'vip' }, priority: 'high' });
  });

  test('what a customer says later moves a ticket only by rules that ask for a reason', () => {
    const rules = [
      { when: { vip: true }, to: { queue: 'vip' } },
      { when: { reasons: ['fraud'] }, to: { queue: 'security-payments' } },
    ];
    const said = { ...matter, isVip: true, reason: 'fraud' };
    expect(routeByReason(map(rules), said).queue?.slug).toBe('security-payments');
    expect(routeByReason(map(rules), { ...said, reason: 'asked_for_person' }).queue).toBeUndefined();
  });

  test('what is no rule is refused', () => {
    for (const wrong of [
      { when: {}, to: {} },
      { when: { colour: 'red' }, to: toL2 },
      { when: { topics: [] }, to: toL2 },
      { when: { priorities: ['soon'] }, to: toL2 },
    ])
      expect(RoutingRule.safeParse(wrong).success).toBe(false);
  });
});
