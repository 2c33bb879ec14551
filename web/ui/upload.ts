import { ApiError, carriedSecret, type Shape } from './api.ts';

/** How far an upload has come: 0 to 1. */
export type Progress = (part: number) => void;

interface Body {
  readonly error?: {
    readonly code?: string;
    readonly message?: string;
    readonly details?: Record<string, unknown>;
  };
}

interface Sending {
  readonly method: 'POST' | 'PUT';
  readonly path: string;
  readonly bytes: Blob;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  /** How long it may take, in milliseconds; without it, as long as it takes. */
  readonly patience?: number;
}

/** Brings bytes to the desk and answers what it says. Only this old way of asking tells how far they have come. Throws ApiError; one that is
 * stopped never ends. */
export function sendBytes(sending: Sending): Promise<unknown> {
  const { method, path, bytes, progress, signal, patience = 0 } = sending;
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, path);
    request.responseType = 'json';
    request.timeout = patience;
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('accept-language', document.documentElement.lang || 'en');
    request.setRequestHeader('x-nightdesk', '1');
    const secret = carriedSecret();
    if (secret !== null) request.setRequestHeader('authorization', `Bearer ${secret}`);
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      progress(total > 0 ? loaded / total : 0);
    });
    request.addEventListener('load', () => {
      if (request.status === 200) resolve(request.response);
      else reject(refusal(request));
    });
    request.addEventListener('error', () => {
      reject(new ApiError(0, 'offline'));
    });
    request.addEventListener('timeout', () => {
      reject(new ApiError(0, 'timeout'));
    });
    signal.addEventListener('abort', () => {
      request.abort();
    });
    request.send(bytes);
  });
}

function refusal({ status, response }: XMLHttpRequest): ApiError {
  const { error } = (response ?? {}) as Body;
  const said = { message: error?.message ?? '', details: error?.details ?? {} };
  return new ApiError(status, error?.code ?? 'unknown', said);
}

/** Brings a file to the desk in one go and answers what became of it. Throws ApiError. */
export async function uploadFile(
  path: string,
  file: File,
  how: { progress: Progress; signal: AbortSignal },
): Promise<Shape<'Upload'>> {
  const named = `${path}?name=${encodeURIComponent(file.name || 'file')}`;
  return (await sendBytes({ method: 'POST', path: named, bytes: file, ...how })) as Shape<'Upload'>;
}
