import { openAsBlob } from 'node:fs';
import { AwsClient } from 'aws4fetch';
import type { Storage } from './storage.ts';

/** A bucket of any store that speaks S3; `endpoint` without the bucket's name. */
export type Bucket = {
  endpoint: string;
  name: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
};

/** Keeps files in a bucket. The bucket is named in the path, as every store of the kind understands. */
export function bucketStorage(bucket: Bucket): Storage {
  const { endpoint, name, region, accessKeyId, secretAccessKey } = bucket;
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3' });
  const ask = (key: string, init: RequestInit & { headers?: Record<string, string> }): Promise<Response> =>
    client.fetch(`${endpoint}/${name}/${key}`, init);
  return {
    async put(key, { path, sha256, type }) {
      const headers = { 'content-type': type, 'x-amz-content-sha256': sha256.toString('hex') };
      const answer = await ask(key, { method: 'PUT', body: await openAsBlob(path), headers });
      await ended(answer);
      if (!answer.ok) throw refused(answer, 'keep');
    },
    async open(key, range) {
      const headers = range ? { range: `bytes=${range.from}-${range.to}` } : {};
      const answer = await ask(key, { method: 'GET', headers });
      if (answer.status === 404) await ended(answer);
      if (answer.status === 404) return undefined;
      if (!answer.ok || !answer.body) throw refused(answer, 'open');
      const size = Number(answer.headers.get('content-length') ?? Number.NaN);
      if (!Number.isFinite(size)) throw refused(answer, 'measure');
      return { body: answer.body as ReadableStream<Uint8Array>, size };
    },
    async remove(key) {
      const answer = await ask(key, { method: 'DELETE' });
      await ended(answer);
      if (!answer.ok && answer.status !== 404) throw refused(answer, 'remove');
    },
  };
}

const ended = (answer: Response): Promise<unknown> => answer.body?.cancel() ?? Promise.resolve();

const refused = (answer: Response, what: string): Error =>
  new Error(`the store of files did not ${what} a file: status ${answer.status}`);
