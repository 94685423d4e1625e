/** Called whenever there may be something new to look at. */
export type Waiter = () => void;

/** No test waits longer; it is far beyond what anything here takes, on the slowest machine. */
const LIMIT_MILLISECONDS = 60_000;

/** Waits until `find` gives something; it is asked again whenever one of `waiters` is called. */
export function until<T>(waiters: Set<Waiter>, find: () => T | null, what: () => string): Promise<T> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const found = find();
      if (found !== null) {
        end();
        resolve(found);
      }
    };
    const end = (): void => {
      clearTimeout(limit);
      waiters.delete(look);
    };
    const limit = setTimeout(() => {
      end();
      reject(new Error(`Waited ${LIMIT_MILLISECONDS / 1000} s for ${what()}`));
    }, LIMIT_MILLISECONDS);
    waiters.add(look);
    look();
  });
}
