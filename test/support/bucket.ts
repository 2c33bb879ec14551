import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A store that speaks as much S3 as the desk does, on this machine. It checks every signature by the rules of version 4, with code of its own. */
export type StandIn = {
  url: string;
  /** What was put, in order. */
  puts: { key: string; bytes: Buffer; type: string; sha256: string }[];
  /** Why requests were refused. */
  refusals: string[];
  has: (key: string) => boolean;
  close: () => Promise<void>;
};

const SECRET = 'the-secret';
const hash = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');
const hmac = (key: string | Buffer, data: string): Buffer => createHmac('sha256', key).update(data).digest();

/** Starts such a store for the key `the-key` with the secret `the-secret`. */
export async function bucketStandIn(): Promise<StandIn> {
  const objects = new Map<string, Buffer>();
  const puts: StandIn['puts'] = [];
  const refusals: string[] = [];
  const server = createServer(async (request, response) => {
    const bytes = Buffer.concat(await Array.fromAsync(request as AsyncIterable<Buffer>));
    const problem = problemOf(request, bytes);
    if (problem) {
      refusals.push(problem);
      response.writeHead(403).end(problem);
      return;
    }
    const key = decodeURIComponent((request.url ?? '').slice(1));
    if (request.method === 'PUT') {
      objects.set(key, bytes);
      const { 'content-type': type = '', 'x-amz-content-sha256': sha256 } = request.headers;
      puts.push({ key, bytes, type, sha256: String(sha256) });
      response.writeHead(200).end();
    } else if (request.method === 'DELETE') {
      objects.delete(key);
      response.writeHead(204).end();
    } else give(response, objects.get(key), request.headers.range);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ...{ puts, refusals, has: (key: string) => objects.has(key) },
    close: () => new Promise((done) => server.close(() => done())),
  };
}

function give(response: ServerResponse, bytes: Buffer | undefined, range: string | undefined): void {
  const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(range ?? '') ?? [];
  if (!bytes) response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>');
  else if (from === undefined) response.writeHead(200, { 'content-length': bytes.length }).end(bytes);
  else {
    const part = bytes.subarray(Number(from), Number(to) + 1);
    response.writeHead(206, { 'content-length': part.length }).end(part);
  }
}

/** What is wrong with the signature of a request, or with its bytes. */
function problemOf(request: IncomingMessage, bytes: Buffer): string | undefined {
  const { headers, method = '', url = '' } = request;
  const [, scope = '', names = '', signature = ''] =
    /^AWS4-HMAC-SHA256 Credential=the-key\/([^,]+), ?SignedHeaders=([^,]+), ?Signature=(\w+)$/.exec(
      headers.authorization ?? '',
    ) ?? [];
  const [date = '', region = '', service = ''] = scope.split('/');
  const body = String(headers['x-amz-content-sha256']);
  if (body !== 'UNSIGNED-PAYLOAD' && body !== hash(bytes)) return 'the bytes are others than those signed';
  if (method === 'PUT' && body === 'UNSIGNED-PAYLOAD') return 'the bytes are not signed';
  const signed = names.split(';').map((name) => `${name}:${String(headers[name] ?? '').trim()}\n`);
  const [path = '', query = ''] = url.split('?');
  const canonical = [method, path, query, signed.join(''), names, body].join('\n');
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, hash(canonical)].join('\n');
  const key = hmac(hmac(hmac(hmac(`AWS4${SECRET}`, date), region), service), 'aws4_request');
  return hmac(key, text).toString('hex') === signature ? undefined : 'the signature is wrong';
}
