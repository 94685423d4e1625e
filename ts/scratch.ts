/** Memory for whatever is written and handed over at once: a message, a record of settings. */

import { Writer } from "ts2c";

/**
 * The longest of them is a message: the JSON of a text of 2048 digits, which is 1024 bytes, each of which takes six where it is a
 * control character.
 */
export const SCRATCH_SIZE = 6400;

/** What is in it holds until somebody writes anew, so nobody may leave something here for later. */
export class Scratch {
  readonly bytes: Uint8Array = new Uint8Array(SCRATCH_SIZE);
  readonly out: Writer = new Writer(this.bytes);
}
