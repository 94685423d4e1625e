import { useEffect, useRef, useState } from "preact/hooks";
import { getJson, Problem } from "./api.ts";

/** What the device said last, and how the last question went. */
export interface Polled<T> {
  readonly data?: T;
  /** When `data` came, by this browser's clock in milliseconds. */
  readonly at: number;
  /** Why there was no answer to the last question. */
  readonly problem?: Problem;
}

/** Tells every {@link usePolling} to ask now. */
const changes = new EventTarget();

/** Something was changed in the device: whatever is shown of it is asked for at once. */
export function refresh(): void {
  changes.dispatchEvent(new Event("change"));
}

/** Asks for `path` again and again, `seconds` after each answer, while somebody looks at the page; not at all for no path. */
export function usePolling<T>(
  path: string | null,
  seconds: number,
  read: (path: string) => Promise<T> = getJson,
): Polled<T> {
  const [polled, setPolled] = useState<Polled<T>>({ at: 0 });
  const pause = useRef(seconds);
  pause.current = seconds;
  useEffect(() => {
    let timer = 0; // 0 while an answer is awaited.
    let over = path === null;
    const question = async (): Promise<void> => {
      timer = 0;
      const result = document.hidden || path === null ? null : await attempt(() => read(path));
      if (over) {
        return;
      }
      if (result !== null) {
        setPolled((before) => ({ ...before, ...result }));
      }
      timer = window.setTimeout(() => void question(), pause.current * 1000);
    };
    const askNow = (): void => {
      if (!document.hidden && timer !== 0) {
        clearTimeout(timer);
        timer = 0;
        void question();
      }
    };
    setPolled({ at: 0 });
    if (!over) {
      void question();
      document.addEventListener("visibilitychange", askNow);
      changes.addEventListener("change", askNow);
    }
    return () => {
      over = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", askNow);
      changes.removeEventListener("change", askNow);
    };
  }, [path]);
  // Who asks more often from now on does not wait for what is left of the long pause.
  const shortest = useRef(seconds);
  useEffect(() => {
    if (seconds < shortest.current) {
      refresh();
    }
    shortest.current = seconds;
  }, [seconds]);
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
