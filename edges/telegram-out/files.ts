import type { Api } from 'grammy';

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
      const description = String((error as { description?: unknown }).description ?? '');
      if (/too big/i.test(description)) return { status: 413 };
      return { status: description ? 404 : 502 };
    }
    if (!path) return { status: 404 };
    const response = await fetch(`${at.apiRoot}/file/bot${at.token}/${path}`).catch(() => undefined);
    if (!response?.ok || !response.body) return { status: response?.status === 404 ? 404 : 502 };
    const size = Number(response.headers.get('content-length') ?? Number.NaN);
    return { status: 200, body: response.body, size: Number.isFinite(size) ? size : undefined };
  };
}
