import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Reading, Status } from "./api.ts";
import { usePolling, type Polled } from "./polling.ts";

/** The device sends something every 2 s; after so long without anything it is asked instead, in milliseconds. */
const SILENT_MS = 7000;
/** When a stream that ended is asked for again. */
const RETRY_MS = 20_000;

/** How often the device is asked while it sends by itself, and while it does not, in seconds. */
const SELDOM = 60;
const OFTEN = 2;

/** What the device says by itself: server-sent events, as `GET /api/events` describes them. */
interface Stream {
  /** Whether it goes on; until it does the device is asked. */
  readonly open: boolean;
  /** What was said last, and when, by this browser's clock in milliseconds. */
  readonly status?: Omit<Status, "access">;
  readonly readings: readonly Reading[];
  readonly at: number;
}

const NOTHING: Stream = { open: false, readings: [], at: 0 };

/** The device as it is: what it says by itself, or else answers. */
export interface Device {
  readonly status: Polled<Status>;
  readonly readings: Polled<readonly Reading[]>;
}

/** Follows the device. `mayRead` tells whether its readings are shown to whoever looks. */
export function useDevice(mayRead: boolean, login: string): Device {
  const stream = useStream(mayRead, login);
  const period = stream.open ? SELDOM : OFTEN;
  const asked = usePolling<Status>("/api/status", period);
  const listed = usePolling<Reading[]>(mayRead ? "/api/readings" : null, period);
  const status = useMemo(
    () =>
      stream.open && stream.status !== undefined && asked.data !== undefined
        ? { data: { ...asked.data, ...stream.status }, at: Math.max(asked.at, stream.at), problem: undefined }
        : asked,
    [asked, stream],
  );
  const readings = useMemo(() => merged(listed, stream), [listed, stream]);
  return { status, readings };
}

/** The list, with what the stream said since. */
function merged(listed: Polled<Reading[]>, { open, readings, at }: Stream): Polled<readonly Reading[]> {
  if (!open || readings.length === 0) {
    return listed;
  }
  const said = new Map(readings.map((reading) => [reading.topic, reading]));
  const all = (listed.data ?? []).map((reading) => {
    const newer = said.get(reading.topic);
    said.delete(reading.topic);
    return newer ?? { ...reading, age: reading.age + (at - listed.at) / 1000 };
  });
  return { data: [...all, ...said.values()], at, problem: undefined };
}

/** A stream of the device's events, while somebody looks at the page. */
function useStream(wanted: boolean, login: string): Stream {
  const [stream, setStream] = useState(NOTHING);
  const [attempt, setAttempt] = useState(0);
  const heard = useRef(0);
  useEffect(() => {
    if (!wanted || document.hidden) {
      const again = (): void => setAttempt((before) => before + 1);
      document.addEventListener("visibilitychange", again);
      return () => document.removeEventListener("visibilitychange", again);
    }
    const source = new EventSource("/api/events");
    let retry = 0;
    heard.current = Date.now();
    const fail = (): void => {
      source.close();
      setStream(NOTHING);
      retry ||= window.setTimeout(() => setAttempt((before) => before + 1), RETRY_MS);
    };
    const hear = (type: string, take: (before: Stream, data: string) => Stream): void =>
      source.addEventListener(type, ({ data }: MessageEvent<string>) => {
        heard.current = Date.now();
        setStream((before) => ({ ...take(before, data), open: true, at: heard.current }));
      });
    hear("status", (before, data) => ({ ...before, status: JSON.parse(data) as Status }));
    hear("readings", (before, data) => ({ ...before, readings: renewed(before, JSON.parse(data) as Reading[]) }));
    hear("telegram", (before, data) => {
      const { old } = JSON.parse(data) as { readonly old: readonly string[] };
      return { ...before, readings: repeated(before, old) };
    });
    source.onerror = fail;
    const watch = setInterval(() => retry === 0 && Date.now() - heard.current > SILENT_MS && fail(), 1000);
    const hide = (): void => {
      if (document.hidden) {
        setAttempt((before) => before + 1);
      }
    };
    document.addEventListener("visibilitychange", hide);
    return () => {
      source.close();
      setStream(NOTHING);
      clearTimeout(retry);
      clearInterval(watch);
      document.removeEventListener("visibilitychange", hide);
    };
  }, [wanted, login, attempt]);
  return stream;
}

/** The readings as old as they are now, with new ones in the place of those of the same topic. */
function renewed(before: Stream, news: readonly Reading[]): Reading[] {
  const told = new Map(news.map((reading) => [reading.topic, reading]));
  const old = aged(before).map((reading) => {
    const newer = told.get(reading.topic);
    told.delete(reading.topic);
    return newer ?? reading;
  });
  return [...old, ...told.values()].filter(({ value }) => value !== null);
}

/** A telegram came: it had all readings but the old ones. */
function repeated(before: Stream, old: readonly string[]): Reading[] {
  return aged(before).map((reading) => (old.includes(reading.topic) ? reading : { ...reading, age: 0 }));
}

function aged({ readings, at }: Stream): Reading[] {
  const since = at === 0 ? 0 : (Date.now() - at) / 1000;
  return readings.map((reading) => ({ ...reading, age: reading.age + since }));
}
