import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Player } from '../../app/demo/people.ts';
import { Conversation } from '../../contract/index.ts';
import { type Agent, BOT, type TestDesk, testDesk } from '../support/desk.ts';
import { askedInGroup, type Group, type Member, seenIn, until } from '../support/forum-world.ts';
import { FACT_KINDS, FILE_KINDS, type Kind, kindOf, ODD_KINDS } from '../support/kinds.ts';

type Shown = {
  message_id: number;
  text?: string;
  caption?: string;
  entities?: { type: string; offset: number; length: number }[];
  media_group_id?: string;
  photo?: unknown;
  reply_to_message?: { message_id: number };
};

let t: TestDesk;
let admin: Agent;
let group: Group;
let aysel: Member;
let leyla: Player;
let ticket: number;
let thread: number;
beforeAll(async () => {
  t = await testDesk();
  ({ admin, group, aysel, leyla, id: ticket, thread } = await askedInGroup(t));
  await seenIn(group, thread, /^A dark theme would be nice$/);
});
afterAll(() => t?.[Symbol.asyncDispose]());

// The card is pinned some time after it is there, and Telegram writes a notice of that.
const inTopic = async () =>
  (await group.messages(thread)).filter((message) => !('pinned_message' in message)) as Shown[];
const inChat = async () => (await leyla.messages()) as Shown[];
const said = ({ text, caption }: Shown) => text ?? caption ?? '';
const looks = (messages: readonly Shown[]) =>
  messages.map((message) => [kindOf({ ...message }), said(message)]);

/** Does something and waits until messages like these stand there that did not stand there before. */
async function brings(
  where: () => Promise<Shown[]>,
  doing: () => Promise<unknown>,
  expected: readonly (readonly [string | undefined, string])[],
): Promise<Shown[]> {
  const before = new Set((await where()).map(({ message_id: id }) => id));
  await doing();
  return until(async () => {
    const fresh = (await where()).filter(
      ({ message_id: id, text }) => !before.has(id) && !text?.startsWith('№'),
    );
    expect(looks(fresh)).toEqual(expected);
    return fresh;
  });
}

/** A few at a time: more at once become a sum. */
const inFours = (kinds: readonly Kind[]): Kind[][] =>
  Array.from({ length: Math.ceil(kinds.length / 4) }, (_, index) => kinds.slice(index * 4, index * 4 + 4));

test('whatever a customer sends stands in the topic as it is; what cannot be copied is told in words', async () => {
  const shown = ({ kind, sends, says }: Kind): [string, string] => [kind, 'caption' in sends ? says : ''];
  for (const kinds of inFours([...FILE_KINDS, ...FACT_KINDS])) {
    await brings(
      inTopic,
      async () => {
        for (const { sends } of kinds) await leyla.say(sends);
      },
      kinds.map(shown),
    );
  }
  const [paid, story] = ODD_KINDS as [Kind, Kind];
  const { photo } = (await inChat()).find((message) => kindOf({ ...message }) === 'photo') as Shown;
  const media = { star_count: 5, paid_media: [{ type: 'photo', photo }] };
  await brings(inTopic, () => leyla.say({ other: { paid_media: media } }), [['photo', '👤 Leyla:']]);
  // One that Telegram does not give again is told of.
  await brings(inTopic, () => leyla.say(paid.sends), [
    ['text', expect.stringMatching(/^One new message/) as string],
  ]);
  await brings(inTopic, () => leyla.say(story.sends), [
    ['text', '👤 Leyla:\nA message of a kind that cannot be shown here'],
  ]);
});

test('whatever is sent in the topic reaches the customer: files as they are, facts in words', async () => {
  const name = 'Aysel:';
  for (const { kind, sends, says } of FILE_KINDS) {
    const alone = kind === 'video_note' || kind === 'sticker';
    await brings(
      inChat,
      () => aysel.say({ thread, ...sends }),
      alone
        ? [
            ['text', name],
            [kind, ''],
          ]
        : [[kind, `${name}\n${says}`]],
    );
  }
  for (const { sends, says } of FACT_KINDS)
    await brings(inChat, () => aysel.say({ thread, ...sends }), [['text', `${name}\n${says}`]]);
  const [, story] = ODD_KINDS as [Kind, Kind];
  const before = (await inChat()).length;
  await aysel.say({ thread, ...story.sends });
  await seenIn(group, thread, /^Not done\./);
  expect(await inChat()).toHaveLength(before);
});

test('words of the staff that are too long with the name over them go on in a message after', async () => {
  const name = 'Aysel:';
  const long = 'A sentence of the staff. '.repeat(163).trim();
  const shownIn = async (words: Record<string, unknown>) => {
    const before = new Set((await inChat()).map(({ message_id: id }) => id));
    await aysel.say({ thread, ...words });
    return until(async () => {
      const fresh = (await inChat()).filter(({ message_id: id }) => !before.has(id));
      expect(fresh).toHaveLength(2);
      return fresh;
    });
  };
  const pieces = await shownIn({ text: `${long} The very last one.` });
  expect(pieces.map(said).join(' ')).toBe(`${name}\n${long} The very last one.`);
  const [photo] = FILE_KINDS.map(({ sends }) => sends);
  const caption = 'A sentence of the staff. '.repeat(40).trim();
  const [picture, rest] = await shownIn({
    photo: photo?.['photo'],
    caption: `${caption} And the very last one.`,
  });
  expect(picture?.photo).toBeDefined();
  expect(`${picture?.caption} ${rest?.text}`).toBe(`${name}\n${caption} And the very last one.`);
});

test('an album sent in the topic is one for the customer, before what is written after it, and its words change with it', async () => {
  const [photo] = FILE_KINDS.map(({ sends }) => sends);
  const asked = await seenIn(group, thread, /^A dark theme would be nice$/);
  const album = [{ photo: photo?.['photo'] }, { photo: photo?.['photo'], caption: 'Two sketches' }];
  const shown = await brings(inChat, async () => {
    await aysel.say({ thread, media_group: album, reply_to: asked.message_id });
    await aysel.say({ thread, text: 'Which one?' });
  }, [
    ['photo', 'Aysel:\nTwo sketches'],
    ['photo', ''],
    ['text', 'Aysel:\nWhich one?'],
  ]);
  expect(shown[0]?.media_group_id).toEqual(expect.any(String));
  expect(shown[1]?.media_group_id).toBe(shown[0]?.media_group_id);
  const own = (await inTopic()).find(({ caption }) => caption === 'Two sketches');
  await t.people(`/users/${aysel.id}/edit`, {
    ...{ chat: group.chat, message_id: own?.message_id, caption: 'Two drafts' },
  });
  await until(async () => {
    const now = (await inChat()).find(({ message_id: id }) => id === shown[0]?.message_id);
    expect(now?.caption).toBe('Aysel:\nTwo drafts');
  });
  // Alone it goes when the others have had their time; a marked one stays inside, whole.
  await brings(
    inChat,
    () => aysel.say({ thread, media_group: [album[0], { ...album[1], caption: 'One more' }] }),
    [
      ['photo', 'Aysel:\nOne more'],
      ['photo', ''],
    ],
  );
  await aysel.say({ thread, media_group: [album[0], { ...album[1], caption: '// her passport' }] });
  await aysel.say({ thread, text: 'Thank you' });
  await until(async () => {
    const { messages } = Conversation.parse((await admin.call(`/api/tickets/${ticket}/conversation`)).body);
    const [note, thanks] = messages.slice(-2);
    expect(note).toMatchObject({ visibility: 'internal', kind: 'album', text: 'her passport' });
    expect(note?.attachments).toHaveLength(2);
    expect(thanks).toMatchObject({ visibility: 'public', text: 'Thank you' });
  });
  // What stays inside was written before what has arrived.
  const chat = await until(async () => {
    const messages = JSON.stringify(await inChat());
    expect(messages).toContain('Thank you');
    return messages;
  });
  expect(chat).not.toContain('passport');
});

test('formatting stays where lines that stay inside are cut out, also when the words are changed', async () => {
  const [answer] = await brings(
    inChat,
    () =>
      aysel.say({
        ...{ thread, text: 'A bold word\n// she is angry\nand more' },
        entities: [{ type: 'bold', offset: 2, length: 4 }],
      }),
    [['text', 'Aysel:\nA bold word\nand more']],
  );
  expect(answer?.entities).toMatchObject([{ type: 'bold', offset: 9, length: 4 }]);
  // What is on its way is not changed.
  const words = await until(async () => {
    const written = (await inTopic()).find(({ text }) => text?.startsWith('A bold word'));
    expect(JSON.stringify(written)).toContain('👌');
    return written;
  });
  await t.people(`/users/${aysel.id}/edit`, {
    ...{ chat: group.chat, message_id: words?.message_id },
    other: {
      text: 'A bold word\n// very angry\nand less',
      entities: [{ type: 'italic', offset: 2, length: 4 }],
    },
  });
  await until(async () => {
    const now = (await inChat()).find(({ message_id: id }) => id === answer?.message_id);
    expect(now).toMatchObject({
      ...{ text: 'Aysel:\nA bold word\nand less', entities: [{ type: 'italic', offset: 9, length: 4 }] },
    });
  });
});

test('what a customer changes, and what the console sends, changes and takes back, does so in the topic', async () => {
  const [photo] = await brings(inTopic, () => leyla.say(FILE_KINDS[0]?.sends ?? {}), [['photo', 'a photo']]);
  const own = (await inChat()).findLast(({ caption }) => caption === 'a photo');
  await t.people(`/users/${leyla.id}/edit`, {
    ...{ chat: `@${BOT.username}`, message_id: own?.message_id, caption: 'my photo' },
  });
  await until(async () => {
    const now = (await inTopic()).find(({ message_id: id }) => id === photo?.message_id);
    expect(now?.caption).toBe('my photo\n(edited)');
  });
  const path = `/api/tickets/${ticket}`;
  const [answer] = await brings(
    inTopic,
    () => admin.call(`${path}/replies`, { text: 'By the console', request_key: 'by-the-console' }),
    [['text', expect.stringMatching(/By the console$/) as string]],
  );
  const { messages } = Conversation.parse((await admin.call(`${path}/conversation`)).body);
  const message = `${path}/messages/${messages.at(-1)?.id ?? 0}`;
  await until(async () =>
    expect((await admin.call(message, { text: 'By the desk' }, 'PATCH')).status).toBe(200),
  );
  const stands = async () => (await inTopic()).find(({ message_id: id }) => id === answer?.message_id)?.text;
  await until(async () => expect(await stands()).toMatch(/By the desk\n\(edited\)$/));
  await admin.call(message, undefined, 'DELETE');
  await until(async () => expect(await stands()).toBeUndefined());
});
