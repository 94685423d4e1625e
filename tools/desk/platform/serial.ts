import type * as declared from "../../../ts/platform/serial.ts";
import type { Wire } from "../serial/wire.ts";

let wire: Wire | null = null;

export const start: typeof declared.start = (baud, frame, crossed) => wire?.start(baud, frame, crossed);

export const write: typeof declared.write = (bytes) => wire?.write(bytes as unknown as Uint8Array) ?? false;

export const requested: typeof declared.requested = () => wire?.requested() ?? false;

/** The computer keeps to itself what it finds wrong with a line. */
export const lineErrors: typeof declared.lineErrors = () => 0;

export const dataRequest: typeof declared.dataRequest = (wanted) => wire?.dataRequest(wanted);

/** For the desk, which decides what the port is wired to. What arrives there is posted as `serial` events. */
export const host = {
  attach(to: Wire): void {
    wire = to;
  },
};
