import { useEffect, useState } from "preact/hooks";
import { getJson, Problem } from "./api.ts";

/** What the device said last, and how the last question went. */
export interface Polled<T> {
  readonly data?: T;
  /** When `data` came, by this browser's clock in milliseconds. */
  readonly at: number;
  /** Why there was no answer to the last question. */
  readonly problem?: Problem;
}

/** Asks for `path` again and again, `seconds` after each answer, while somebody looks at the page; not at all for no path. */
export function usePolling<T>(
  path: string | null,
  seconds: number,
  read: (path: string) => Promise<T> = getJson,
): Polled<T> {
  const [polled, setPolled] = useState<Polled<T>>({ at: 0 });
  useEffect(() => {
    let timer = 0;
    let over = path === null;
    const question = async (): Promise<void> => {
      const result = document.hidden || path === null ? null : await attempt(() => read(path));
      if (over) {
        return;
      }
      if (result !== null) {
        setPolled((before) => ({ ...before, ...result }));
      }
      timer = setTimeout(() => void question(), seconds * 1000);
    };
    const seen = (): void => {
      if (!document.hidden) {
        clearTimeout(timer);
        void question();
      }
    };
    setPolled({ at: 0 });
    if (!over) {
      void question();
      document.addEventListener("visibilitychange", seen);
    }
    return () => {
      over = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", seen);
    };
  }, [path, seconds]);
  return polled;
}

async function attempt<T>(question: () => Promise<T>): Promise<Polled<T> | { readonly problem: Problem }> {
  try {
    return { data: await question(), at: Date.now(), problem: undefined };
  } catch (error) {
    return { problem: error instanceof Problem ? error : new Problem(0, String(error)) };
  }
}

/** The time, once a second: for what grows older while one looks at it. */
export function useClock(): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
