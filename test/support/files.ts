import { Upload } from '../../contract/index.ts';
import type { Agent } from './desk.ts';

/** A PNG of one pixel. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Uploads a file as somebody of the staff, for a message unless `path` says otherwise; answers what the desk made of it. */
export async function upload(
  url: string,
  { cookie }: Pick<Agent, 'cookie'>,
  file: { name: string; data: Buffer; path?: string },
): Promise<Upload> {
  const response = await fetch(`${url}${file.path ?? '/api/uploads'}?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    headers: { cookie, 'x-nightdesk': '1', 'content-type': 'application/octet-stream' },
    body: new Uint8Array(file.data),
  });
  return Upload.parse(await response.json());
}
