import { readFile } from 'node:fs/promises';
import type { z } from 'zod';

/** Reads a file of one JSON object a line. Throws with the file and the line where one is not of the shape, or where there are none. */
export async function readLines<Shape extends z.ZodType>(
  path: string,
  shape: Shape,
): Promise<z.infer<Shape>[]> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new Error(`${path} cannot be read`, { cause: error });
  }
  const rows: z.infer<Shape>[] = [];
  text.split('\n').forEach((line, at) => {
    if (line.trim() !== '') rows.push(parseLine(line, { shape, place: `${path}:${at + 1}` }));
  });
  if (rows.length === 0) throw new Error(`${path} is empty: it should hold one JSON object a line`);
  return rows;
}

function parseLine<Shape extends z.ZodType>(
  line: string,
  { shape, place }: { shape: Shape; place: string },
): z.infer<Shape> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new Error(`${place}: this is no JSON object`);
  }
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(
    `${place}: ${issue?.path.join('.') || 'the line'}: ${issue?.message ?? 'not as it should be'}`,
  );
}
