/** What a file is by its bytes: its type, and as what Telegram would send it. */
export type Sniffed = {
  mime: string;
  kind: 'photo' | 'animation' | 'video' | 'audio' | 'voice' | 'document';
};

/** How many bytes from the beginning of a file tell what it is. */
export const HEAD_BYTES = 4096;

const UNKNOWN: Sniffed = { mime: 'application/octet-stream', kind: 'document' };

/** The first that fits is meant. `at`: where in the file the marks stand. */
const KNOWN: readonly { marks: string; at?: number; also?: (head: string) => boolean; is: Sniffed }[] = [
  { marks: '\xff\xd8\xff', is: { mime: 'image/jpeg', kind: 'photo' } },
  { marks: '\x89PNG\r\n\x1a\n', is: { mime: 'image/png', kind: 'photo' } },
  { marks: 'GIF8', is: { mime: 'image/gif', kind: 'animation' } },
  {
    marks: 'RIFF',
    also: (head) => head.startsWith('WEBP', 8),
    is: { mime: 'image/webp', kind: 'photo' },
  },
  { marks: 'RIFF', also: (head) => head.startsWith('WAVE', 8), is: { mime: 'audio/wav', kind: 'document' } },
  { marks: 'OggS', also: (head) => head.includes('OpusHead'), is: { mime: 'audio/ogg', kind: 'voice' } },
  { marks: 'OggS', is: { mime: 'audio/ogg', kind: 'document' } },
  { marks: 'ftypM4A', at: 4, is: { mime: 'audio/mp4', kind: 'audio' } },
  { marks: 'ftypqt', at: 4, is: { mime: 'video/quicktime', kind: 'document' } },
  {
    marks: 'ftyp',
    at: 4,
    also: (head) => /^(isom|iso[2-9]|mp4[12]|avc1|M4V |MSNV|dash)/.test(head.slice(8)),
    is: { mime: 'video/mp4', kind: 'video' },
  },
  { marks: '\x1aE\xdf\xa3', is: { mime: 'video/webm', kind: 'document' } },
  { marks: 'ID3', is: { mime: 'audio/mpeg', kind: 'audio' } },
  { marks: '\xff\xfb', is: { mime: 'audio/mpeg', kind: 'audio' } },
  { marks: '\xff\xf3', is: { mime: 'audio/mpeg', kind: 'audio' } },
  { marks: '%PDF-', is: { mime: 'application/pdf', kind: 'document' } },
  { marks: 'PK\x03\x04', is: { mime: 'application/zip', kind: 'document' } },
];

/** Tells what a file is from its first bytes, whatever its name or its sender say. What is not known is only bytes: in particular whatever a
 * browser could run. */
export function sniff(head: Uint8Array): Sniffed {
  const text = Buffer.from(head.subarray(0, HEAD_BYTES)).toString('latin1');
  const found = KNOWN.find(({ marks, at = 0, also }) => text.startsWith(marks, at) && (also?.(text) ?? true));
  return found?.is ?? UNKNOWN;
}
