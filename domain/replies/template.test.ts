import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DomainError } from '../../base/kernel/index.ts';
import { checkText, isBlank, LONGEST, renderText, VARIABLES } from './index.ts';
import { FIELDS, NAMES } from './variables.ts';

const codeOf = (work: () => unknown): string | undefined => {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
};

test('values stand in the text, and what has none is named and marked, never left out', () => {
  const source = 'Hi {{ name }}, № {{ ticket }}: {{ what }}.';
  expect(renderText(source, { name: 'Leyla', ticket: '12', what: 'Done' })).toEqual({
    text: 'Hi Leyla, № 12: Done.',
    missing: [],
  });
  expect(renderText(source, { name: ' ', ticket: '12', what: '\u200b' })).toEqual({
    text: 'Hi [name], № 12: [what].',
    missing: ['name', 'what'],
  });
});

test('a condition or a default goes without a value', () => {
  const source = 'Hello{% if name %} {{ name }}{% endif %}, {{ topic | default: "your question" }}.';
  expect(renderText(source, {})).toEqual({ text: 'Hello, your question.', missing: [] });
  expect(renderText(source, { name: 'Leyla' }).text).toBe('Hello Leyla, your question.');
  expect(renderText('{% unless eta and name %}Soon{% endunless %} x', {}).missing).toEqual([]);
});

test('a text names what it uses and what the agent fills in', () => {
  expect(checkText('{{ agent }}: {% if detail %}{{ detail }}{% endif %} {{ what | upcase }}')).toEqual({
    names: ['agent', 'detail', 'what'],
    fields: ['what', 'detail'],
  });
  expect([...VARIABLES, ...FIELDS]).toEqual(NAMES);
});

test.each([
  ['{{ nam }}', 'variable_unknown'],
  ['{{ name.first }}', 'variable_unknown'],
  ['{{ constructor }}', 'variable_unknown'],
  ['{{ name.constructor.constructor }}', 'variable_unknown'],
  ['{{ name["constructor"] }}', 'variable_unknown'],
  ['{{ __proto__ }}', 'variable_unknown'],
  ['{{ name.__proto__.polluted }}', 'variable_unknown'],
  ['{{ name | default: constructor }}', 'variable_unknown'],
  ['{% if name.size %}x{% endif %}y', 'variable_unknown'],
  ['{{ name | constructor }}', 'template_broken'],
  ['{{ name | toString }}', 'template_broken'],
  ['{{ name | append: name }}', 'template_broken'],
  ['{{ name | raw }}', 'template_broken'],
  ['{% constructor %}', 'template_broken'],
  ['{% include "/etc/passwd" %}', 'template_broken'],
  ['{% render "a" %}', 'template_broken'],
  ['{% layout "a" %}', 'template_broken'],
  ['{% for i in (1..999999999) %}x{% endfor %}', 'template_broken'],
  ['{% tablerow i in (1..999999999) %}x{% endtablerow %}', 'template_broken'],
  ['{% assign name = "x" %}', 'template_broken'],
  ['{% capture name %}{% endcapture %}', 'template_broken'],
  ['{% raw %}{{ name }}{% endraw %}', 'template_broken'],
  ['{{ name', 'template_broken'],
  ['{% if name %}', 'template_broken'],
  ['{{ (1..999999999) }}', 'template_broken'],
  ['{{ "" }}', 'template_hole'],
  ['Hi {{ name | default: "" }}', 'template_hole'],
  ['Hi {{ nil }}', 'template_hole'],
  ['Hi {name}', 'template_braces'],
  ['Hi }} there', 'template_braces'],
  ["{{ '{' }}", 'template_braces'],
  ['{% if eta %}{{ eta }}{% endif %}', 'template_empty'],
  [' \n\u200b ', 'template_empty'],
])('%s is refused before it is kept', (source, code) => {
  expect(codeOf(() => checkText(source))).toBe(code);
});

test('what is too long, by itself or with its values, is refused', () => {
  for (const source of ['x'.repeat(LONGEST + 1), '{{ what }}'.repeat(500)]) {
    expect(codeOf(() => checkText(source))).toBe('template_too_long');
  }
  expect(codeOf(() => renderText('{{ what }} {{ what }}', { what: 'x'.repeat(LONGEST / 2) }))).toBe(
    'template_too_long',
  );
});

test('nothing is left behind in objects that others use', () => {
  const before = Object.getOwnPropertyNames(Object.prototype).sort();
  renderText('{{ name }}', { name: '__proto__', ...JSON.parse('{"__proto__": "x", "polluted": "y"}') });
  expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(before);
  expect(codeOf(() => renderText('{{ polluted }}', { polluted: 'y' }))).toBe('template_broken');
});

const name = fc.constantFrom(...NAMES, 'constructor', '__proto__', 'name.size', 'unknown');
const output = fc
  .tuple(name, fc.constantFrom('', ' | upcase', ' | default: ""', ' | default: what', ' | strip', ' | raw'))
  .map(([variable, filter]) => `{{ ${variable}${filter} }}`);
const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('{', '}', '{{', '}}', '{%', '%}', ' ', '\n', 'Hello'),
);
const part: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: words },
  { weight: 3, arbitrary: output },
  fc.tuple(name, words, output).map(([when, a, b]) => `{% if ${when} %}${a}${b}{% else %}${b}{% endif %}`),
);
const source = fc.array(part, { maxLength: 6 }).map((parts) => parts.join(''));
const value = fc.oneof(
  fc.constantFrom('', ' ', '\u200b', '{{ name }}', '{%', '}', 'Leyla', 'x'.repeat(2000)),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const values = fc.dictionary(fc.constantFrom(...NAMES), value);

test('whatever is kept and sent has no brace, no hole and is no longer than a message', () => {
  let sent = 0;
  fc.assert(
    fc.property(source, values, (text, given) => {
      if (codeOf(() => checkText(text)) !== undefined) return;
      let rendered: ReturnType<typeof renderText>;
      try {
        rendered = renderText(text, given);
      } catch (error) {
        expect(error).toBeInstanceOf(DomainError);
        return;
      }
      expect(rendered.text).not.toMatch(/[{}]/);
      expect(isBlank(rendered.text)).toBe(false);
      expect(rendered.text.length).toBeLessThanOrEqual(LONGEST);
      for (const missing of rendered.missing) expect(text).toContain(missing);
      if (rendered.missing.length === 0) sent += 1;
    }),
    { numRuns: 600 },
  );
  expect(sent).toBeGreaterThan(5);
});

test('each name between two words is never blank there', () => {
  fc.assert(
    fc.property(fc.constantFrom(...NAMES), value, (variable, held) => {
      const { text, missing } = renderText(`<{{ ${variable} }}>`, { [variable]: held });
      const inner = text.slice(1, -1);
      expect(isBlank(inner)).toBe(false);
      expect(missing).toEqual(inner === `[${variable}]` && isBlank(held) ? [variable] : []);
    }),
  );
});
