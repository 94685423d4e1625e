/** What inference found out, for the lowering. */
import type ts from "typescript";
import type { Inference } from "./inference.ts";
import type { LocalInfo } from "../model/entities.ts";
import type { Type } from "../model/types.ts";
import type { Interval } from "./interval.ts";

export interface Known {
  readonly type: Type;
  /** Of an integer. */
  readonly interval: Interval | undefined;
  /** Of a call of `subarray`: both ends lie inside, in order. */
  readonly isSlice?: boolean;
}

/** Is told each expression, and what is known where it is evaluated. */
export type Observe = (node: ts.Node, infer: Inference) => void;

export interface Results {
  readonly observe?: Observe | undefined;
  readonly values: Map<ts.Node, Known>;
  readonly locals: Map<ts.Node, LocalInfo>;
  /** Statements that can be reached; the others are left out. */
  readonly reached: Set<ts.Node>;
  /** Statements whose end can be reached. */
  readonly endsReached: Set<ts.Node>;
}
