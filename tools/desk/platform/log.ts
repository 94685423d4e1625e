import type * as declared from "../../../ts/platform/log.ts";

/** Hears each line of the log. */
export type LogListener = (level: declared.Level, message: string) => void;

const decoder = new TextDecoder();
let listener: LogListener = () => undefined;

export const write: typeof declared.write = (level, message) => {
  listener(level, decoder.decode(message as unknown as Uint8Array));
};

/** For the desk, which shows the lines. */
export const host = {
  listen(to: LogListener): void {
    listener = to;
  },
};
