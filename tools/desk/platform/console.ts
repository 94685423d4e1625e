import { writeSync } from "node:fs";
import type { Readable } from "node:stream";
import type * as declared from "../../../ts/platform/console.ts";
import type { Post } from "../events.ts";
import { hasCode } from "../failure.ts";

/** Takes what the program writes, in pieces that needn't be lines. */
export type ConsoleListener = (bytes: Uint8Array) => void;

/** As much of a line as the device wants; the rest of a longer one is thrown away, as on the chip. */
const LINE_BYTES = 321;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
/** What a packet begins with, and where its length stands. */
const PACKET = [...Buffer.from("IMPROV\u0001")];
const LENGTH_AT = 8;

let listener: ConsoleListener = toStandardOutput;
let post: Post = () => undefined;

// Nobody else has commands at a desk, so every line is the device's.
export const listen: typeof declared.listen = () => undefined;

export const write: typeof declared.write = (bytes) => {
  // The bytes are only lent.
  listener(Uint8Array.from(bytes));
};

export const send: typeof declared.send = (packet) => {
  listener(Uint8Array.from(packet));
};

/** How many bytes a packet has of which the beginning is there; 0 where the line is none. */
function packetLength(line: readonly number[]): number {
  const isPacket = PACKET.every((byte, at) => line[at] === byte);
  return isPacket ? (line[LENGTH_AT] ?? 255) + LENGTH_AT + 2 : 0;
}

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

  attach(to: Post): void {
    post = to;
  },

  /** From now on each line that comes from there was typed at the console. `isOurs` takes those that are not for the device. */
  follow(input: Readable, isOurs: (line: string) => boolean = () => false): void {
    let line: number[] = [];
    input.on("data", (chunk: Buffer) => {
      for (const byte of chunk) {
        const length = packetLength(line);
        if (length > 0) {
          line.push(byte);
          if (line.length >= LENGTH_AT + 2 && line.length === packetLength(line)) {
            post({ kind: "console", line: Uint8Array.from(line) });
            line = [];
          }
          continue;
        }
        if (byte !== LINE_FEED) {
          line.push(...(line.length < LINE_BYTES && byte !== CARRIAGE_RETURN ? [byte] : []));
          continue;
        }
        if (!isOurs(Buffer.from(line).toString("utf8"))) {
          post({ kind: "console", line: Uint8Array.from(line) });
        }
        line = [];
      }
    });
  },
};
