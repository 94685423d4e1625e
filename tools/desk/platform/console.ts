import { writeSync } from "node:fs";
import { type Bytes } from "ts2c";

/** Where what the program writes goes: the standard output, unless somebody wants to look at it first. */
export type Sink = (bytes: Uint8Array) => void;

/** Writes all of `bytes` to the standard output, also where that is a pipe that takes them bit by bit. */
export function toStandardOutput(bytes: Uint8Array): void {
  let written = 0;
  while (written < bytes.length) {
    try {
      written += writeSync(process.stdout.fd, bytes, written);
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EAGAIN")) {
        throw error;
      }
    }
  }
}

let sink: Sink = toStandardOutput;

/** Sends what is written from now on to `next`. */
export function setSink(next: Sink): void {
  sink = next;
}

/** The driver `console`: a copy of the bytes goes to the sink, since they are only lent. */
export function write(bytes: Bytes): void {
  sink(Uint8Array.from(bytes));
}
