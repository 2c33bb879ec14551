/** Makes one piece of work of all that comes while the one before is under way, and until `patience` is over after that: under load, many
 * ends share one commit. Each caller waits for the work that theirs was part of, and hears how it ended. */
export function gathering<T>(
  work: (items: readonly T[]) => Promise<void>,
  patience: () => Promise<void> | undefined,
): (item: T) => Promise<void> {
  let waiting: { items: T[]; done: Promise<void> } | undefined;
  let running: Promise<unknown> = Promise.resolve();
  return (item) => {
    if (!waiting) {
      const batch = { items: [] as T[], done: Promise.resolve() };
      batch.done = running.then(patience).then(() => {
        waiting = undefined;
        return work(batch.items);
      });
      running = batch.done.catch(() => {});
      waiting = batch;
    }
    waiting.items.push(item);
    return waiting.done;
  };
}
