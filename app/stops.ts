/** What was started and how to stop it. */
export type Stops = { add: (stop: () => unknown) => void; all: () => Promise<void> };

/** Remembers how to stop what is started. `all` stops the newest first; what fails to stop does not keep the rest running, and the first
 * failure is thrown at the end. What is added after that is stopped at once: a start that was interrupted leaves nothing. */
export function stopList(): Stops {
  const stops: (() => unknown)[] = [];
  let ending: Promise<void> | undefined;
  const end = async (): Promise<void> => {
    const failures: unknown[] = [];
    for (let stop = stops.pop(); stop; stop = stops.pop()) {
      try {
        await stop();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  };
  return {
    add(stop) {
      stops.push(stop);
      if (ending) ending = ending.then(end);
    },
    all() {
      ending = (ending ?? Promise.resolve()).then(end);
      return ending;
    },
  };
}
