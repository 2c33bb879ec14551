import type { Text } from '../../ui/i18n.tsx';

const KIND_WORDS: Readonly<Record<string, string>> = {
  photo: 'console-kind-photo',
  document: 'console-kind-document',
  video: 'console-kind-video',
  animation: 'console-kind-animation',
  video_note: 'console-kind-video-note',
  voice: 'console-kind-voice',
  audio: 'console-kind-audio',
  sticker: 'console-kind-sticker',
  location: 'console-kind-location',
  contact: 'console-kind-contact',
  album: 'console-kind-album',
  venue: 'console-kind-location',
  poll: 'console-kind-poll',
  checklist: 'console-kind-checklist',
  paid_media: 'console-kind-paid-media',
};

/** What a message without words is. */
export const kindWords = (text: Text, kind: string): string => text(KIND_WORDS[kind] ?? 'console-kind-other');
