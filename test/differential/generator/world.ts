/** What a program being generated knows: its declarations, what is in scope, how much it may still cost. */
import type { Random } from "../random.ts";
import {
  Scope,
  type Callable,
  type ClassType,
  type EnumType,
  type MaybeType,
  type RecordType,
  type TaggedType,
  type Type,
  type UnionType,
  type Variable,
} from "./model.ts";

/** What a call of one function may cost. */
export const MOST_COST = 3000;

export class World {
  readonly random: Random;
  scope = new Scope();
  readonly unions: UnionType[] = [];
  readonly enums: EnumType[] = [];
  readonly tagged: TaggedType[] = [];
  readonly maybes: MaybeType[] = [];
  readonly records: RecordType[] = [];
  readonly classes: ClassType[] = [];
  readonly functions: Callable[] = [];
  /** The class whose method is being written. */
  self: ClassType | undefined;
  /** How often the statement being written may run when its function is called. */
  repeats = 1;
  /** Few declarations, flat functions, short expressions: a program of which many run in the time of one. */
  readonly isBrief: boolean;
  /** What the function being written costs so far. */
  cost = 0;
  /** No calls and nothing else that can be seen: the value of a constant or the condition of a simple loop. */
  isPure = false;
  private names = 0;

  constructor(random: Random, isBrief = false) {
    this.random = random;
    this.isBrief = isBrief;
  }

  /** A name that nothing has yet; now and then one that C has its own ideas about. */
  name(front: string): string {
    this.names++;
    const odd = ["long", "self", "next", "value_1", "printfX", "index", "HTTPHeader", "isOBISCode", "doubleValue", "$"];
    return this.random.chance(4)
      ? `${this.random.pick(odd).replace("$", front)}${String(this.names)}`
      : `${front}${String(this.names)}`;
  }

  /** Runs `inside` as code that runs `times` as often. */
  repeated<T>(times: number, inside: () => T): T {
    const before = this.repeats;
    this.repeats *= times;
    try {
      return inside();
    } finally {
      this.repeats = before;
    }
  }

  /** Whether a call fits into what the function may cost; then it is counted. */
  affords(called: Callable): boolean {
    const price = called.cost * this.repeats;
    if (this.isPure || this.cost + price > MOST_COST) {
      return false;
    }
    this.cost += price;
    return true;
  }

  /** Writes what needs nothing that is declared, and has no effect. */
  bare<T>(make: () => T): T {
    return this.scope.without(
      () => true,
      () => {
        this.isPure = true;
        const made = make();
        this.isPure = false;
        return made;
      },
    );
  }

  /** Everything that is in scope and passes the test. */
  variables(test: (variable: Variable) => boolean): Variable[] {
    return this.scope.all().filter(test);
  }

  /** Ways to reach a value of which the type passes the test: variables, and fields of instances and records. */
  paths(test: (type: Type) => boolean): Path[] {
    const found: Path[] = [];
    for (const variable of this.scope.all()) {
      if (!variable.isNullable) {
        collect(variable.name, variable, test, found, 0);
      }
    }
    if (this.self !== undefined) {
      const own = { name: "this", type: this.self, isMutable: false, length: undefined, isNullable: false };
      collect("this", own, test, found, 0);
    }
    return found;
  }
}

/** Something that can be read, and perhaps assigned to. */
export interface Path {
  readonly text: string;
  readonly type: Type;
  readonly isMutable: boolean;
  readonly length: number | undefined;
}

type Reached = Omit<Variable, "name">;

function collect(text: string, at: Reached, test: (type: Type) => boolean, found: Path[], depth: number): void {
  if (test(at.type)) {
    found.push({ text, type: at.type, isMutable: at.isMutable, length: at.length });
  }
  if (depth < 2 && (at.type.kind === "class" || at.type.kind === "record")) {
    for (const field of at.type.fields) {
      const isField = "isMutable" in field;
      if (!isField || !field.isNullable) {
        const reached = isField ? field : { type: field.type, isMutable: false, length: undefined, isNullable: false };
        collect(`${text}.${field.name}`, reached, test, found, depth + 1);
      }
    }
  }
}
