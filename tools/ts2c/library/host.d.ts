/** What the library and a program that is tried out may use of the host; ts2c's own programs see no more than this. */
declare const console: { log(...values: readonly (number | boolean | string)[]): void };
declare class TextEncoder {
  encode(text: string): Uint8Array;
}
