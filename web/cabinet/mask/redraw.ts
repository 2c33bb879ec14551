import { type Box, pixelsOf } from './boxes.ts';

/** Phones have little memory: a side is no longer than this many pixels. */
const LONGEST = 4096;
const QUALITY = 0.92;
const LARGEST_PNG = 6 * 1024 * 1024;

/** Kinds of pictures that are drawn anew. Others, such as moving ones, go as they are. */
const DRAWN = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/bmp', 'image/heic', 'image/avif']);

/** Whether a file is a picture that can be drawn anew. */
export const isPicture = ({ type }: Blob): boolean => DRAWN.has(type);

/** Opens a picture the way it is held. Throws where it is none, or broken. */
export const openPicture = (file: Blob): Promise<ImageBitmap> => createImageBitmap(file);

/** The picture drawn anew, with black where boxes are: the pixels below are gone, and so is everything that the file said beside its
 * pixels, such as where it was taken. */
export async function redraw(picture: ImageBitmap, boxes: readonly Box[], type: string): Promise<Blob> {
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const paper = canvas.getContext('2d');
  if (!paper) throw new Error('this browser draws nothing');
  paper.drawImage(picture, 0, 0, canvas.width, canvas.height);
  paper.fillStyle = '#000';
  for (const box of boxes) {
    const { x, y, width, height } = pixelsOf({
      ...{ x: box.x * scale, y: box.y * scale },
      ...{ width: box.width * scale, height: box.height * scale },
    });
    paper.fillRect(x, y, width, height);
  }
  // Words in screenshots stay sharp as PNG, as long as that is not too much to send.
  if (type === 'image/png') {
    const sharp = await encoded(canvas, 'image/png');
    if (sharp.size <= LARGEST_PNG) return sharp;
  }
  return encoded(canvas, 'image/jpeg');
}

const encoded = (canvas: HTMLCanvasElement, type: string): Promise<Blob> =>
  new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('the picture is too large'))),
      type,
      QUALITY,
    );
  });
