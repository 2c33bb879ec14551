import { expect, test } from 'vitest';
import { placeOf } from './place.ts';

test.for([
  ['ticket_1001', '/tickets/1001'],
  ['article_how-to-pay', '/help/how-to-pay'],
  ['form_payment', '/new?topic=payment'],
  ['new', '/new'],
  ['help', '/help'],
  ['settings', '/settings'],
])('a link named %s leads to %s', ([named, place]) => {
  expect(placeOf(named)).toBe(place);
});

test.for([
  undefined,
  '',
  'ticket_',
  'ticket_12a',
  'ticket_1234567890123456',
  'article_../settings',
  'article_a?b',
  'form_a&words=b',
  'https://elsewhere.example',
  'ticket_1\nhelp',
  'unknown_thing',
])('what is named %s leads nowhere', (named) => {
  expect(placeOf(named)).toBeNull();
});
