/** What setup tells a person. All of it goes to stderr: stdout belongs to the command's own answer. */

/** A failure that is explained by its message; no stack is shown. */
export class Trouble extends Error {}

/** @param {string} text one line */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/**
 * Tells that something takes a while, now and then that it still does, and at last how long it took.
 * @template T
 * @param {string} title such as "Installing packages"
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function progress(title, work) {
  const began = Date.now();
  const seconds = () => `${Math.max(1, Math.round((Date.now() - began) / 1000))} s`;
  const live = process.stderr.isTTY === true;
  if (live) process.stderr.write(`  ${title} …`);
  else say(`  ${title} …`);
  const timer = setInterval(
    () => (live ? process.stderr.write(`\r  ${title} … ${seconds()}`) : say(`  ${title} … ${seconds()}`)),
    live ? 1000 : 15_000,
  );
  let ended = 'failed';
  try {
    const result = await work();
    ended = 'done';
    return result;
  } finally {
    clearInterval(timer);
    process.stderr.write(`${live ? '\r' : ''}  ${title}: ${ended} in ${seconds()}\n`);
  }
}

/** @param {string} output of a program @param {number} [count] how many of its last lines */
export function lastLines(output, count = 12) {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  return lines
    .slice(-count)
    .map((line) => `    ${line}`)
    .join('\n');
}
