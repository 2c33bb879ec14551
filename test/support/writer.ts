import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How a stand-in answers: with these words, with a status, with these bytes, with what becomes of the question, or not at all. */
export type Saying =
  | { words: string }
  | { status: number }
  | { bytes: string }
  | { answer: (body: string) => string }
  | 'silence';

/** An endpoint that speaks as OpenAI's does, on this machine. */
export type WriterStandIn = {
  url: string;
  /** What it was asked, in order. */
  asked: { path: string; authorization: string | undefined; body: string }[];
  /** How it answers from now on. */
  will: (saying: Saying) => void;
  close: () => Promise<void>;
};

/** Starts such an endpoint. It says `NO_ANSWER` until it is told otherwise. */
export async function writerStandIn(): Promise<WriterStandIn> {
  let saying: Saying = { words: 'NO_ANSWER' };
  const asked: WriterStandIn['asked'] = [];
  const server = createServer(async (request, response) => {
    const parts = await Array.fromAsync(request as AsyncIterable<Buffer>);
    const { authorization } = request.headers;
    const body = Buffer.concat(parts).toString('utf8');
    asked.push({ path: request.url ?? '', authorization, body });
    if (saying === 'silence') return;
    if ('status' in saying) response.writeHead(saying.status, { location: '/elsewhere' }).end('{}');
    else if ('bytes' in saying) response.end(saying.bytes);
    else if ('answer' in saying) response.end(saying.answer(body));
    else response.end(JSON.stringify({ choices: [{ index: 0, message: { content: saying.words } }] }));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    will: (next) => {
      saying = next;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(() => done()));
    },
  };
}
