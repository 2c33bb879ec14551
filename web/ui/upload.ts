import { ApiError, carriedSecret, type Shape } from './api.ts';

/** How far an upload has come: 0 to 1. */
export type Progress = (part: number) => void;

interface Body {
  readonly error?: { readonly code?: string; readonly message?: string };
}

/** Brings a file's bytes to the desk and answers what became of them. Only this old way of asking tells how far they have come. Throws
 * ApiError. */
export function uploadFile(
  path: string,
  file: File,
  { progress, signal }: { progress: Progress; signal: AbortSignal },
): Promise<Shape<'Upload'>> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `${path}?name=${encodeURIComponent(file.name || 'file')}`);
    request.responseType = 'json';
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('accept-language', document.documentElement.lang || 'en');
    request.setRequestHeader('x-nightdesk', '1');
    const secret = carriedSecret();
    if (secret !== null) request.setRequestHeader('authorization', `Bearer ${secret}`);
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      progress(total > 0 ? loaded / total : 0);
    });
    request.addEventListener('load', () => {
      if (request.status === 200) resolve(request.response as Shape<'Upload'>);
      else {
        const { error } = (request.response ?? {}) as Body;
        reject(new ApiError(request.status, error?.code ?? 'unknown', { message: error?.message ?? '' }));
      }
    });
    request.addEventListener('error', () => {
      reject(new ApiError(0, 'offline'));
    });
    signal.addEventListener('abort', () => {
      request.abort();
    });
    request.send(file);
  });
}
