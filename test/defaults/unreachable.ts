/** The defaults of `ts/` that are never used, each with the proof; `number` counts the file's `??` from 0. */
export interface Unreachable {
  readonly file: string;
  readonly number: number;
  readonly proof: string;
}

export const UNREACHABLE: readonly Unreachable[] = [];
