import type { StartedUpload } from '../../../contract/index.ts';
import { ApiError, change, read } from '../../ui/api.ts';
import { type Progress, sendBytes } from '../../ui/upload.ts';

/** As much as the desk takes at once. What breaks off is lost only since the last piece. */
const PIECE_BYTES = 512 * 1024;
/** A piece that takes longer has lost its connection, however weak the network is. */
const PATIENCE_MS = 120_000;

const PATH = '/api/cabinet/uploads';

interface Going {
  /** The desk's number of the upload, where it was begun before; null: it begins now. */
  readonly begun: number | null;
  /** Is told the number, by which it can go on later. */
  readonly onBegun: (id: number) => void;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

const isGone = (error: unknown): boolean => error instanceof ApiError && error.status === 404;

async function begin({ name, bytes }: { name: string; bytes: Blob }, going: Going): Promise<StartedUpload> {
  if (going.begun !== null) {
    try {
      return await read('StartedUpload', `${PATH}/started/${String(going.begun)}`);
    } catch (error) {
      // The desk has forgotten it: anew.
      if (!isGone(error)) throw error;
    }
  }
  const started = await change('StartedUpload', PATH, { name: name || 'file', size: bytes.size });
  going.onBegun(started.id);
  return started;
}

/** Brings a file to the desk piece by piece, from where the desk says that it is; ends with the upload's number. Throws ApiError; one that is
 * stopped ends with null. */
export async function uploadInPieces(
  file: { name: string; bytes: Blob },
  going: Going,
): Promise<number | null> {
  const { progress, signal } = going;
  const { size } = file.bytes;
  let started = await begin(file, going);
  while (!started.upload) {
    if (signal.aborted) return null;
    const { id, received } = started;
    const bytes = file.bytes.slice(received, received + PIECE_BYTES);
    const of = (part: number): void => {
      progress((received + bytes.size * part) / size);
    };
    of(0);
    const path = `${PATH}/started/${String(id)}?at=${String(received)}`;
    const answer = await sendBytes({
      ...{ method: 'PUT', path, bytes, signal },
      ...{ progress: of, patience: PATIENCE_MS },
    });
    started = answer as StartedUpload;
  }
  return started.upload.id;
}
