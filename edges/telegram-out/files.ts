import { type Api, GrammyError } from 'grammy';

/** Bytes of a file, as a stream; `status` 404 when Telegram no longer has it, 413 when it is too large for bots (20 MB). */
export type OpenedFile =
  | { status: 200; body: ReadableStream<Uint8Array>; size: number | undefined }
  | { status: 404 | 413 | 502 };

/** Fetches files from Telegram. Its addresses contain the bot's token, so they never leave this function. */
export function fileOpener(
  api: Api,
  at: { apiRoot: string; token: string },
): (fileId: string) => Promise<OpenedFile> {
  return async (fileId) => {
    let path: string | undefined;
    try {
      path = (await api.getFile(fileId)).file_path;
    } catch (error) {
      // Only a plain refusal means that the file is gone; a Telegram in trouble has it still.
      if (!(error instanceof GrammyError) || error.error_code !== 400) return { status: 502 };
      return { status: /too big/i.test(error.description) ? 413 : 404 };
    }
    if (!path) return { status: 404 };
    const response = await fetch(`${at.apiRoot}/file/bot${at.token}/${path}`).catch(() => undefined);
    if (!response?.ok || !response.body) return { status: response?.status === 404 ? 404 : 502 };
    const size = Number(response.headers.get('content-length') ?? Number.NaN);
    return { status: 200, body: response.body, size: Number.isFinite(size) ? size : undefined };
  };
}
