import { describe, expect, test } from 'vitest';
import { parseText } from '../../sandbox/bot-api/validate/index.ts';

const message = (text: string, parseMode?: string, entities?: unknown) =>
  parseText(text, { parseMode, entities, max: 4096, what: 'message' });

const shown = (text: string, parseMode?: string, entities?: unknown) => {
  const result = message(text, parseMode, entities);
  if (!result.ok) throw new Error(result.description);
  return { text: result.text, entities: result.entities };
};

const refused = (text: string, parseMode?: string, entities?: unknown) => {
  const result = message(text, parseMode, entities);
  return result.ok ? 'was accepted' : `${result.code} ${result.description}`;
};

const cannot = (reason: string) => `400 Bad Request: can't parse entities: ${reason}`;
const reserved = (character: string) =>
  cannot(`Character '${character}' is reserved and must be escaped with the preceding '\\'`);

describe('HTML', () => {
  test.each([
    ['<b>a</b><strong>b</strong>', 'ab', [{ type: 'bold', offset: 0, length: 2 }]],
    [
      '<i>a</i> <em>b</em>',
      'a b',
      [
        { type: 'italic', offset: 0, length: 1 },
        { type: 'italic', offset: 2, length: 1 },
      ],
    ],
    [
      '<u>a</u>|<ins>b</ins>',
      'a|b',
      [
        { type: 'underline', offset: 0, length: 1 },
        { type: 'underline', offset: 2, length: 1 },
      ],
    ],
    [
      '<s>a</s>|<strike>b</strike>|<del>c</del>',
      'a|b|c',
      [0, 2, 4].map((offset) => ({ type: 'strikethrough', offset, length: 1 })),
    ],
    [
      '<span class="tg-spoiler">a</span>|<tg-spoiler>b</tg-spoiler>',
      'a|b',
      [
        { type: 'spoiler', offset: 0, length: 1 },
        { type: 'spoiler', offset: 2, length: 1 },
      ],
    ],
    [
      '<a href="http://EXAMPLE.com">x</a>',
      'x',
      [{ type: 'text_link', offset: 0, length: 1, url: 'http://example.com/' }],
    ],
    [
      '<a href="tg://user?id=42">x</a>',
      'x',
      [{ type: 'text_mention', offset: 0, length: 1, user: { id: 42, is_bot: false, first_name: '' } }],
    ],
    ['<a href="not a link">x</a>', 'x', []],
    [
      '<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>',
      '👍',
      [{ type: 'custom_emoji', offset: 0, length: 2, custom_emoji_id: '5368324170671202286' }],
    ],
    ['<code>a</code>', 'a', [{ type: 'code', offset: 0, length: 1 }]],
    ['<pre>a</pre>', 'a', [{ type: 'pre', offset: 0, length: 1 }]],
    [
      '<pre><code class="language-ts">a</code></pre>',
      'a',
      [{ type: 'pre', offset: 0, length: 1, language: 'ts' }],
    ],
    ['<blockquote>a</blockquote>', 'a', [{ type: 'blockquote', offset: 0, length: 1 }]],
    ['<blockquote expandable>a</blockquote>', 'a', [{ type: 'expandable_blockquote', offset: 0, length: 1 }]],
    ['&lt;b&gt; &amp; &quot;&#65;&#x42;&#128512; &nbsp; &', '<b> & "AB😀 &nbsp; &', []],
    ['<B>a</B >', 'a', [{ type: 'bold', offset: 0, length: 1 }]],
    ['<b></b>a', 'a', []],
  ])('%s', (source, text, entities) => {
    expect(shown(source, 'HTML')).toEqual({ text, entities });
  });

  test('styles inside styles are cut so that they nest', () => {
    expect(shown('<b>bold <i>both</i></b>', 'html').entities).toEqual([
      { type: 'bold', offset: 0, length: 5 },
      { type: 'bold', offset: 5, length: 4 },
      { type: 'italic', offset: 5, length: 4 },
    ]);
    expect(shown('<b>a<code>b</code></b>', 'HTML').entities).toEqual([
      { type: 'bold', offset: 0, length: 1 },
      { type: 'code', offset: 1, length: 1 },
    ]);
  });

  test.each([
    ['<b>x', 'Can\'t find end tag corresponding to start tag "b"'],
    ['<b><i>test</b></i>', 'Unmatched end tag at byte offset 10, expected "</i>", found "</b>"'],
    ['<script>alert(1)</script>', 'Unsupported start tag "script" at byte offset 0'],
    ['é<invalid>x</invalid>', 'Unsupported start tag "invalid" at byte offset 2'],
    ['a</b>', 'Unexpected end tag at byte offset 1'],
    ['<b', 'Unclosed start tag at byte offset 0'],
    ['<a href="x', 'Unclosed start tag at byte offset 0'],
    ['<a href', 'Unclosed start tag "a" at byte offset 0'],
    ['<b>x</b', 'Unclosed end tag at byte offset 4'],
    ['<span>x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    ['<a ="x">y</a>', 'Empty attribute name in the tag "a" at byte offset 0'],
    ['<a href=x/y>z</a>', 'Unexpected end of name token at byte offset 8'],
    ['<tg-emoji emoji-id="9999999999999999999">x</tg-emoji>', 'Invalid custom emoji identifier specified'],
  ])('refuses %s', (source, reason) => {
    expect(refused(source, 'HTML')).toBe(cannot(reason));
  });

  test('half a character from a reference is refused', () => {
    expect(refused('&#xD800;', 'HTML')).toContain(
      'Text contains invalid Unicode characters after decoding HTML entities',
    );
  });
});

describe('MarkdownV2', () => {
  test.each([
    ['*a*', 'a', [{ type: 'bold', offset: 0, length: 1 }]],
    [
      '_a_ __b__ ~c~ ||d||',
      'a b c d',
      ['italic', 'underline', 'strikethrough', 'spoiler'].map((type, i) => ({
        type,
        offset: i * 2,
        length: 1,
      })),
    ],
    [
      '`a` ```b```',
      'a b',
      [
        { type: 'code', offset: 0, length: 1 },
        { type: 'pre', offset: 2, length: 1 },
      ],
    ],
    ['```py\nx=1\n```', 'x=1', [{ type: 'pre', offset: 0, length: 3, language: 'py' }]],
    ['[a](https://e.com/\\)b)', 'a', [{ type: 'text_link', offset: 0, length: 1, url: 'https://e.com/)b' }]],
    [
      '[a](tg://user?id=7)',
      'a',
      [{ type: 'text_mention', offset: 0, length: 1, user: { id: 7, is_bot: false, first_name: '' } }],
    ],
    [
      '![👍](tg://emoji?id=5368324170671202286)',
      '👍',
      [{ type: 'custom_emoji', offset: 0, length: 2, custom_emoji_id: '5368324170671202286' }],
    ],
    ['>a\n>b\nc', 'a\nb\nc', [{ type: 'blockquote', offset: 0, length: 4 }]],
    [
      '>a\n**>b\n>c||',
      'a\nb\nc',
      [
        { type: 'blockquote', offset: 0, length: 2 },
        { type: 'expandable_blockquote', offset: 2, length: 3 },
      ],
    ],
    ['hello\\. \\_\\*\\[\\]\\(\\)\\~\\`\\>\\#\\+\\-\\=\\|\\{\\}\\!\\\\', 'hello. _*[]()~`>#+-=|{}!\\', []],
  ])('%s', (source, text, entities) => {
    expect(shown(source, 'MarkdownV2')).toEqual({ text, entities });
  });

  test.each(['.', '-', '!', '(', ')', '#', '+', '=', '{', '}', '>', '|', ']'])(
    'refuses a bare %s',
    (character) => {
      expect(refused(`a${character}b`, 'MarkdownV2')).toBe(reserved(character));
    },
  );

  test.each([
    ['*unclosed', "Can't find end of Bold entity at byte offset 0"],
    ['é_a', "Can't find end of Italic entity at byte offset 2"],
    ['*bold _italic\\_*', "Can't find end of Bold entity at byte offset 15"],
    ['```py\nx', "Can't find end of PreCode entity at byte offset 0"],
    ['[a](b', "Can't find end of a URL at byte offset 4"],
    ['![a]', 'Custom emoji entity must contain a tg://emoji URL'],
    ['>*a\nb*', "Can't find end of Bold entity at byte offset 1"],
  ])('refuses %s', (source, reason) => {
    expect(refused(source, 'MarkdownV2')).toBe(cannot(reason));
  });
});

describe('legacy Markdown', () => {
  test.each([
    [
      '*a* _b_ `c`',
      'a b c',
      ['bold', 'italic', 'code'].map((type, i) => ({ type, offset: i * 2, length: 1 })),
    ],
    ['[a](example.com)', 'a', [{ type: 'text_link', offset: 0, length: 1, url: 'http://example.com/' }]],
    ['```js\nx```', 'x', [{ type: 'pre', offset: 0, length: 1, language: 'js' }]],
    ['\\*a\\* 1.5!', '*a* 1.5!', []],
  ])('%s', (source, text, entities) => {
    expect(shown(source, 'Markdown')).toEqual({ text, entities });
  });

  test('refuses an entity without an end', () => {
    expect(refused('é *a', 'Markdown')).toBe(
      cannot("Can't find end of the entity starting at byte offset 3"),
    );
  });
});

describe('explicit entities', () => {
  const bold = (offset: number, length: number) => [{ type: 'bold', offset, length }];
  const wrong = (reason: string) => `400 Bad Request: can't parse MessageEntity: ${reason}`;

  test('are sorted, trimmed with the text, and count UTF-16 units', () => {
    expect(shown('  👍 hi \n', '', [...bold(5, 4), { type: 'italic', offset: 2, length: 2 }])).toEqual({
      text: '👍 hi',
      entities: [
        { type: 'italic', offset: 0, length: 2 },
        { type: 'bold', offset: 3, length: 2 },
      ],
    });
  });

  test.each([
    [bold(100, 1), '400 Bad Request: entity begins after the end of the text at UTF-16 offset 100'],
    [
      bold(0, 100),
      '400 Bad Request: entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 100',
    ],
    [bold(-1, 1), '400 Bad Request: receive an entity with incorrect offset -1'],
    [[{ type: 'nonsense', offset: 0, length: 1 }], wrong('Unsupported type specified')],
    [[{ type: 'text_link', offset: 0, length: 1 }], wrong('Can\'t find field "url"')],
    [
      [{ type: 'text_link', offset: 0, length: 1, url: '' }],
      "400 Bad Request: entity URL '' is invalid: URL host is empty",
    ],
    [
      [{ type: 'text_link', offset: 0, length: 1, url: 'not-a-url' }],
      "400 Bad Request: entity URL 'not-a-url' is invalid: Wrong HTTP URL",
    ],
    [[{ type: 'text_mention', offset: 0, length: 1 }], wrong('Can\'t find field "user"')],
    [[{ type: 'custom_emoji', offset: 0, length: 1 }], wrong('Can\'t find field "custom_emoji_id"')],
    [
      [{ type: 'custom_emoji', offset: 0, length: 1, custom_emoji_id: '9999999999999999999' }],
      wrong('Field "custom_emoji_id" must be a valid Number'),
    ],
    [['bold'], wrong('expected an Object')],
  ])('refuses %j', (entities, reason) => {
    expect(refused('hello', '', entities)).toBe(reason);
  });

  test('half of a surrogate pair cannot begin or end one', () => {
    expect(refused('👍', '', bold(1, 1))).toContain('begins in a middle of a UTF-16 symbol');
    expect(refused('👍', '', bold(0, 1))).toContain('ends in a middle of a UTF-16 symbol');
  });

  test('of links, code and mentions that overlap only the first stays', () => {
    const entities = [
      { type: 'code', offset: 0, length: 3 },
      { type: 'text_link', offset: 2, length: 3, url: 'https://e.com/x' },
    ];
    expect(shown('hello', '', entities).entities).toEqual([{ type: 'code', offset: 0, length: 3 }]);
  });

  test('what is no list is ignored, and those that Telegram finds itself are found anew', () => {
    expect(shown('hi', '', 'junk').entities).toEqual([]);
    expect(shown('hi', '', [{ type: 'mention', offset: 0, length: 2 }]).entities).toEqual([]);
  });
});

describe('what Telegram finds by itself', () => {
  test.each([
    ['see https://example.com/a?b=c.', 'url', 'https://example.com/a?b=c'],
    ['see example.com, now', 'url', 'example.com'],
    ['мой сайт пример.рф/путь', 'url', 'пример.рф/путь'],
    ['t.me/some_bot?start=1', 'url', 't.me/some_bot?start=1'],
    ['ask @support_bot!', 'mention', '@support_bot'],
    ['/start@my_bot now', 'bot_command', '/start@my_bot'],
    ['(#ödəniş)', 'hashtag', '#ödəniş'],
    ['worth $USD today', 'cashtag', '$USD'],
    ['mail me: a.b+c@example.co.uk.', 'email', 'a.b+c@example.co.uk'],
    ['call +1-212-555-0123 now', 'phone_number', '+1-212-555-0123'],
    ['open tg://resolve?domain=x', 'url', 'tg://resolve?domain=x'],
  ])('%s', (text, type, part) => {
    expect(shown(text).entities).toEqual([{ type, offset: text.indexOf(part), length: part.length }]);
  });

  test.each([
    '1.5',
    'main.ts',
    'a/b',
    '10/20',
    'me@home',
    '#1',
    '$usd',
    '@me',
    'e.g. this',
    'v1.2.3',
    '</b>',
    '+123',
    'http://localhost:80',
  ])('finds nothing in %s', (text) => {
    expect(shown(text).entities).toEqual([]);
  });

  test('finds nothing inside code and links', () => {
    expect(
      shown('<code>@support_bot</code> <a href="https://e.com/x">example.com</a>', 'HTML').entities,
    ).toHaveLength(2);
  });
});

describe('limits, trimming and emptiness', () => {
  test.each(['', 'x'.repeat(4097)])('empty and over-long messages', (text) => {
    expect(refused(text)).toBe(
      `400 Bad Request: ${text === '' ? 'message text is empty' : 'message is too long'}`,
    );
  });

  test.each(['   ', '\n\n', '\u200b\u200b', '\u2060\ufeff', '\u3164', '<b> </b>'])(
    'nothing to see in %j',
    (text) => {
      expect(refused(text, 'HTML')).toBe('400 Bad Request: text must be non-empty');
    },
  );

  test('length counts characters after parsing, however many units they take', () => {
    expect(shown(`<b>${'x'.repeat(4096)}</b>`, 'HTML').text).toHaveLength(4096);
    expect(shown('👍'.repeat(4096)).text).toHaveLength(8192);
    expect(refused('👍'.repeat(4097))).toBe('400 Bad Request: message is too long');
    expect(refused('x'.repeat(32_769))).toBe('400 Bad Request: text is too long');
  });

  test('captions may be empty and have their own words', () => {
    const caption = (text: string, what: 'caption' | 'edited caption' = 'caption') =>
      parseText(text, { max: 1024, what });
    expect(caption('  ')).toEqual({ ok: true, text: '', entities: [] });
    expect(caption('x'.repeat(1025))).toMatchObject({
      ok: false,
      description: 'Bad Request: message caption is too long',
    });
    expect(caption('x'.repeat(1025), 'edited caption')).toMatchObject({
      description: 'Bad Request: MEDIA_CAPTION_TOO_LONG',
    });
  });

  test('control characters become spaces, carriage returns and direction marks go with their places', () => {
    expect(shown('a\tb\r\n\u202ec', '', [{ type: 'bold', offset: 6, length: 1 }])).toEqual({
      text: 'a b\nc',
      entities: [{ type: 'bold', offset: 4, length: 1 }],
    });
  });

  test('a hundred entities stay, links and code before styles', () => {
    const many = `${'<b>a</b>b'.repeat(150)}<code>c</code>`;
    const { entities } = shown(many, 'HTML');
    expect(entities).toHaveLength(100);
    expect(entities.at(-1)?.type).toBe('code');
  });

  test('unknown parse modes and half characters are refused', () => {
    expect(refused('x', 'BBCode')).toBe('400 Bad Request: unsupported parse_mode');
    expect(refused('x\ud800')).toBe('400 Bad Request: strings must be encoded in UTF-8');
    expect(shown('<b>x</b>', 'hTmL').text).toBe('x');
  });
});
