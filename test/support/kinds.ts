import { PNG } from './files.ts';

const bytes = Buffer.from('bytes').toString('base64');
const file = { name: 'a.bin', data: bytes, duration: 7, width: 40, height: 30 };
const baku = { latitude: 40.37, longitude: 49.84 };

/** A kind of content as a person sends it, and what the desk makes of it: its kind, and its words. */
export type Kind = { kind: string; sends: Record<string, unknown>; says: string };

const withFile = (kind: string, data = bytes): Kind => ({
  ...{ kind, says: `a ${kind}`, sends: { [kind]: { ...file, data }, caption: `a ${kind}` } },
});

/** Kinds that carry a file, with words where they can have some. */
export const FILE_KINDS: readonly Kind[] = [
  withFile('photo', PNG.toString('base64')),
  ...['document', 'video', 'voice', 'audio', 'animation'].map((kind) => withFile(kind)),
  { kind: 'video_note', sends: { video_note: file }, says: '' },
  { kind: 'sticker', sends: { sticker: { ...file, data: PNG.toString('base64'), emoji: '👍' } }, says: '👍' },
];

/** Kinds that carry facts; `poll` is sent nowhere but where polls can be. */
export const FACT_KINDS: readonly Kind[] = [
  { kind: 'location', sends: { location: baku }, says: '40.37, 49.84' },
  {
    ...{ kind: 'venue', says: 'Old City, Kichik Gala 1' },
    sends: { venue: { location: baku, title: 'Old City', address: 'Kichik Gala 1' } },
  },
  {
    ...{ kind: 'contact', says: 'Aysel +994501112233' },
    sends: { contact: { phone_number: '+994501112233', first_name: 'Aysel' } },
  },
  {
    ...{ kind: 'poll', says: 'Which?\n- This\n- That' },
    sends: {
      other: {
        poll: {
          ...{ id: '1', question: 'Which?', total_voter_count: 0, is_closed: false, is_anonymous: true },
          ...{ type: 'regular', allows_multiple_answers: false },
          options: ['This', 'That'].map((text) => ({ text, voter_count: 0 })),
        },
      },
    },
  },
  {
    ...{ kind: 'checklist', says: 'To do\n☐ Pay\n☐ Wait' },
    sends: { checklist: { title: 'To do', tasks: ['Pay', 'Wait'] } },
  },
  { kind: 'dice', sends: { other: { dice: { emoji: '🎯', value: 4 } } }, says: '🎯 4' },
];

/** Kinds of which less can be shown than there is. */
export const ODD_KINDS: readonly Kind[] = [
  {
    ...{ kind: 'paid_media', says: '' },
    sends: {
      other: {
        paid_media: {
          star_count: 5,
          paid_media: [
            { type: 'photo', photo: [{ file_id: 'p1', file_unique_id: 'u1', width: 90, height: 90 }] },
          ],
        },
      },
    },
  },
  { kind: 'unsupported', sends: { other: { story: { id: 7, chat: { id: 5, type: 'private' } } } }, says: '' },
];

const opus = Buffer.concat([Buffer.from('OggS'), Buffer.alloc(24), Buffer.from('OpusHead')]);

/** Files as an agent has them, by the kind that their bytes make them. Nobody's computer has round videos or stickers that Telegram would take
 * from there. */
export const UPLOADS: readonly { kind: string; name: string; data: Buffer }[] = [
  { kind: 'photo', name: 'a.png', data: PNG },
  { kind: 'document', name: 'a.pdf', data: Buffer.from('%PDF-1.4') },
  { kind: 'video', name: 'a.mp4', data: Buffer.from('\0\0\0\x18ftypisom\0\0\0\0') },
  { kind: 'voice', name: 'a.ogg', data: opus },
  { kind: 'audio', name: 'a.mp3', data: Buffer.from('ID3\x03\0\0\0') },
  { kind: 'animation', name: 'a.gif', data: Buffer.from('GIF89a\x01\0\x01\0') },
];

/** What kind of content a message is, as Telegram words it. */
export const kindOf = (message: Record<string, unknown>): string | undefined =>
  [...FILE_KINDS, ...FACT_KINDS]
    .map(({ kind }) => kind)
    .find(
      (kind) =>
        message[kind] !== undefined &&
        !(kind === 'document' && message['animation']) &&
        !(kind === 'location' && message['venue']),
    ) ?? (message['text'] === undefined ? undefined : 'text');
