import type { Frame } from "../../../ts/platform/serial.ts";

/** What the device's serial port is wired to on the desk. */
export interface Wire {
  /** Opens the port, or changes an open one. A computer's port has its pins where they are, so a cable is never `crossed` for it. */
  start(baud: number, frame: Frame, crossed: boolean): void;
  /** Takes all of `bytes`, which the caller reuses afterwards; false if there is no room for them. */
  write(bytes: Uint8Array): boolean;
  /** Whether a reader at the second port asks for data. */
  requested(): boolean;
  /** The data request line. */
  dataRequest(wanted: boolean): void;
  /** Ends it. */
  close(): void;
}

/** Takes what arrives at the device's serial input. The bytes are the receiver's own from then on. */
export type Receive = (bytes: Uint8Array) => void;

/** Bytes per second at `baud`: start bit, eight bits (or seven and parity), stop bit. */
export function bytesPerSecond(baud: number): number {
  return baud / 10;
}
