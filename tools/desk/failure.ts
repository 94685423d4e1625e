import { getSystemErrorMap } from "node:util";

/** Something that ends the program: one sentence for the person who started it, and the exit status. */
export class Failure extends Error {
  override readonly name = "Failure";
  /** 1: it could not be done. 2: it was asked for wrongly. 70: the program panicked. */
  readonly status: 1 | 2 | 70;

  constructor(sentence: string, status: 1 | 2 | 70 = 1) {
    super(sentence);
    this.status = status;
  }
}

/** The C engine can't be had on this computer; the TypeScript can run in its place. */
export class Unavailable extends Failure {}

/** The text of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Whether the system gave this error `code` (`ENOENT`, `ECONNREFUSED`, …). */
export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}

/** Why the system did not do it, in its own words: `no such file or directory`. */
export function systemReason(error: unknown): string {
  const number = error instanceof Error && "errno" in error ? Number(error.errno) : 0;
  return getSystemErrorMap().get(number)?.[1] ?? messageOf(error);
}

/** What node:util's `parseArgs` found wrong with a command line, in one sentence; `help` is the command that helps. */
export function wrongUse(error: unknown, help: string): Failure {
  const [sentence = ""] = messageOf(error).split(/\.? ?\n|\. /, 1); // What follows are hints for programmers.
  return new Failure(`${sentence.replace("argument is ambiguous", "has no value")}. \`${help}\` lists the options.`, 2);
}
