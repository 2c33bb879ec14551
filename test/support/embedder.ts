import { hashOf, plainWords } from '../../base/text/index.ts';
import { type WriterStandIn, writerStandIn } from './writer.ts';

/** An endpoint for embeddings on this machine, to which words mean what the test says. */
export type EmbedderStandIn = WriterStandIn & {
  /** The texts that it was asked for since the last time this was called, request by request. */
  taken: () => string[][];
  /** Answers as an endpoint should, with directions of so many numbers. */
  well: (size?: number) => void;
};

/** Starts such an endpoint. Texts point the same way as far as their words are the same, or the same after `meaning`: `{ orb: 'lamp' }`. */
export async function embedderStandIn(meaning: Readonly<Record<string, string>>): Promise<EmbedderStandIn> {
  const there = await writerStandIn();
  const taken = () =>
    there.asked.splice(0).map(({ body }) => (JSON.parse(body) as { input: string[] }).input);
  const well = (size = 256) =>
    there.will({
      answer: (body) => {
        const { input } = JSON.parse(body) as { input: string[] };
        const data = input.map((text, index) => ({ index, embedding: directionOf(text, { meaning, size }) }));
        // The order is the index's, not the list's.
        return JSON.stringify({ data: data.toReversed() });
      },
    });
  well();
  return { ...there, taken, well };
}

function directionOf(
  text: string,
  { meaning, size }: { meaning: Readonly<Record<string, string>>; size: number },
) {
  const numbers = Array.from({ length: size }, () => 0);
  for (const word of plainWords(text)) numbers[Math.abs(hashOf(meaning[word] ?? word)) % size]! += 1;
  return numbers;
}
