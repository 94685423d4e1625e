import type * as declared from "../../../ts/platform/log.ts";
import { host as clock } from "./clock.ts";

/** Hears each line of the log. */
export type LogListener = (level: declared.Level, message: string) => void;

const decoder = new TextDecoder();
let listener: LogListener = () => undefined;

/** As much of the log is kept as on the chip. */
const KEPT_BYTES = 4096;
let kept = Buffer.alloc(0);
/** How many bytes were logged since start. */
let total = 0;

export const write: typeof declared.write = (level, message) => {
  const text = decoder.decode(message as unknown as Uint8Array);
  const line = Buffer.from(`${clock.date().toISOString()} ${level} ${text}\n`);
  kept = Buffer.concat([kept, line]).subarray(-KEPT_BYTES);
  total += line.length;
  listener(level, text);
};

export const oldest: typeof declared.oldest = () => (total - kept.length) >>> 0;

export const read: typeof declared.read = (from, into) => kept.copy(into, 0, Math.max(0, from - (total - kept.length)));

/** For the desk, which shows the lines. */
export const host = {
  listen(to: LogListener): void {
    listener = to;
  },
};
