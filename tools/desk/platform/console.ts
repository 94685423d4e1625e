import { writeSync } from "node:fs";
import type * as declared from "../../../ts/platform/console.ts";
import { hasCode } from "../failure.ts";

/** Takes what the program writes, in pieces that needn't be lines. */
export type ConsoleListener = (bytes: Uint8Array) => void;

let listener: ConsoleListener = toStandardOutput;

export const write: typeof declared.write = (bytes) => {
  // The bytes are only lent.
  listener(Uint8Array.from(bytes));
};

/** Writes all of `bytes` to the standard output, also where that is a pipe that takes them bit by bit. */
export function toStandardOutput(bytes: Uint8Array): void {
  let written = 0;
  while (written < bytes.length) {
    try {
      written += writeSync(1, bytes, written);
    } catch (error) {
      if (!hasCode(error, "EAGAIN")) {
        throw error;
      }
    }
  }
}

/** For a program that wants to see what is written before it goes out. */
export const host = {
  listen(to: ConsoleListener): void {
    listener = to;
  },
};
