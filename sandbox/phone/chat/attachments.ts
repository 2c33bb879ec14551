import type { Outgoing, Upload, UploadKind } from '../data/model.ts';

/** A file chosen for the next message. */
export interface Attachment {
  key: string;
  kind: UploadKind;
  file: File;
  /** An address of the picture inside this page; revoke it when done. */
  preview: string | undefined;
}

/** The most that one album holds. */
export const albumSize = 10;

let serial = 0;

/** Takes files from a picker, the clipboard or a drop; `asFiles` sends pictures as documents. */
export const attach = (files: Iterable<File>, asFiles: boolean): Attachment[] =>
  [...files].map((file) => {
    const kind = asFiles
      ? 'document'
      : /^image\/(png|jpe?g|webp|bmp)/.test(file.type)
        ? 'photo'
        : file.type.startsWith('video/')
          ? 'video'
          : 'document';
    serial += 1;
    return {
      key: `a${serial}`,
      kind,
      file,
      preview: kind === 'photo' ? URL.createObjectURL(file) : undefined,
    };
  });

/** Reads a file as base64. */
export const toUpload = (file: File): Promise<Upload> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error ?? new Error(file.name));
    reader.onload = () => {
      const data = String(reader.result).split(',')[1] ?? '';
      resolve({ name: file.name, data, ...(file.type === '' ? {} : { mime: file.type }) });
    };
    reader.readAsDataURL(file);
  });

const isVisual = (one: Attachment): boolean => one.kind !== 'document';

/** Parts attachments as messages: pictures together as albums, then files together, ten at most in one. */
export const parcels = (attachments: readonly Attachment[]): Attachment[][] => {
  const groups = [attachments.filter(isVisual), attachments.filter((one) => !isVisual(one))];
  return groups.flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / albumSize) }, (_, at) =>
      group.slice(at * albumSize, (at + 1) * albumSize),
    ),
  );
};

/** The message that carries a parcel; the caption stands on its first file. */
export const packed = async (parcel: readonly Attachment[], caption: string): Promise<Outgoing> => {
  const uploads = await Promise.all(parcel.map(async (one) => ({ [one.kind]: await toUpload(one.file) })));
  const words = caption === '' ? {} : { caption };
  if (uploads.length === 1) return { ...uploads[0], ...words };
  return { media_group: uploads.map((upload, at) => (at === 0 ? { ...upload, ...words } : upload)) };
};

const receipt = (now: Date): [string, string][] => [
  ['Order', '№ 8841'],
  ['Amount', '25.00 AZN'],
  ['Card', '•••• 4417'],
  ['Time', now.toTimeString().slice(0, 5)],
];

const rounded = (pen: CanvasRenderingContext2D, box: [number, number, number, number], radius: number) => {
  pen.beginPath();
  pen.roundRect(...box, radius);
  pen.fill();
};

/** Draws a screenshot of a failed payment, so that one has a picture to send at hand. */
export const sampleScreenshot = async (now: Date): Promise<File> => {
  const canvas = document.createElement('canvas');
  canvas.width = 720;
  canvas.height = 960;
  const pen = canvas.getContext('2d');
  if (pen !== null) {
    const sky = pen.createLinearGradient(0, 0, 720, 960);
    sky.addColorStop(0, '#5b6ee8');
    sky.addColorStop(1, '#9a5bd6');
    pen.fillStyle = sky;
    pen.fillRect(0, 0, 720, 960);
    pen.fillStyle = '#fff';
    rounded(pen, [70, 150, 580, 660], 44);
    pen.fillStyle = '#f6b73c';
    pen.beginPath();
    pen.arc(360, 270, 58, 0, 7);
    pen.fill();
    pen.fillStyle = '#fff';
    rounded(pen, [352, 232, 16, 50], 8);
    rounded(pen, [352, 294, 16, 16], 8);
    pen.textAlign = 'center';
    pen.fillStyle = '#1d2233';
    pen.font = '600 40px system-ui, sans-serif';
    pen.fillText('Payment is pending', 360, 400);
    pen.font = '30px system-ui, sans-serif';
    receipt(now).forEach(([label, value], at) => {
      const y = 500 + at * 76;
      pen.textAlign = 'left';
      pen.fillStyle = '#7a8299';
      pen.fillText(label, 130, y);
      pen.textAlign = 'right';
      pen.fillStyle = '#1d2233';
      pen.fillText(value, 590, y);
    });
  }
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  return new File([blob ?? new Blob()], 'screenshot.png', { type: 'image/png' });
};

const rate = 8000;

const header = (bytes: number): DataView<ArrayBuffer> => {
  const view = new DataView(new ArrayBuffer(44));
  const words = (at: number, text: string) =>
    [...text].forEach((letter, i) => view.setUint8(at + i, letter.charCodeAt(0)));
  words(0, 'RIFF');
  view.setUint32(4, 36 + bytes, true);
  words(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  words(36, 'data');
  view.setUint32(40, bytes, true);
  return view;
};

/** Hums for some seconds in place of a voice: no microphone is needed to try voice messages. */
export const hum = async (seconds: number): Promise<Upload> => {
  const length = Math.max(1, Math.round(seconds * rate));
  const sound = Uint8Array.from({ length }, (_, at) => {
    const time = at / rate;
    const breath = Math.max(0, Math.sin(time * 5)) * Math.min(1, time * 4, (length - at) / 2000);
    return 128 + Math.sin(time * Math.PI * 2 * (150 + 30 * Math.sin(time * 3))) * 50 * breath;
  });
  const upload = await toUpload(new File([header(length), sound], 'voice.wav', { type: 'audio/wav' }));
  return { ...upload, duration: Math.max(1, Math.round(seconds)) };
};
