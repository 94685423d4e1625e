/**
 * Loops: what is known at the head has to hold for every turn. It is guessed from the way in, pushed out to the program's
 * own constants until a turn keeps it, made narrower once, and only then is the body looked at for good.
 */
import { type Inference, type Jump } from "./inference.ts";
import { TYPE_ENDS, boundsOf, comparisons, held } from "./candidates.ts";
import { type Interval, canBeZero } from "./interval.ts";
import { State } from "./state.ts";

/** Bounds that still move after so many turns are pushed to the ends of the integer types. */
const FINE_UNTIL = 3;
/** Those of variables that the loop compares with numbers stop at these for longer. */
const TESTED_UNTIL = 10;
/** After so many turns no new facts are taken up, and after the second number everything that moves is forgotten. */
const NEW_FACTS_UNTIL = 4;
const MOST_TURNS = 16;

/**
 * Walks a loop. `test` moves the state to where the condition holds and gives the state where it doesn't; `step` is what
 * happens before the next turn. `leave` gives the state after a loop that tests at its end.
 */
export function inferLoop(
  infer: Inference,
  test: () => State,
  body: () => void,
  step: () => void = () => undefined,
  leave?: () => State,
): void {
  const entry = infer.state;
  const { recording } = infer;
  infer.recording = false;
  const turn = (head: State): Turn => {
    infer.state = head.copy();
    const jump: Jump = { isLoop: true, breaks: [], continues: [] };
    infer.jumps.push(jump);
    const out = test();
    if (infer.state.reachable) {
      body();
    }
    infer.state = jump.continues.reduce((a, b) => State.join(a, b), infer.state);
    step();
    infer.jumps.pop();
    return { end: infer.state, out: leave?.() ?? out, breaks: jump.breaks };
  };
  const head = lastingHead(infer, entry, turn);
  infer.recording = recording;
  const final = turn(head);
  infer.state = final.breaks.reduce((a, b) => State.join(a, b), final.out);
}

interface Turn {
  readonly end: State;
  readonly out: State;
  readonly breaks: readonly State[];
}

function lastingHead(infer: Inference, entry: State, turn: (head: State) => Turn): State {
  const [start, bounds] = withCandidates(infer, entry, turn);
  let head = start;
  for (let count = 0; count < MOST_TURNS; count++) {
    const next = State.join(entry, turn(head).end, head.facts);
    if (head.covers(next)) {
      return narrowed(entry, head, turn);
    }
    const thresholds = (key: string): readonly number[] =>
      (count < TESTED_UNTIL ? bounds.get(key) : undefined) ?? (count < FINE_UNTIL ? infer.thresholds : TYPE_ENDS);
    head = head.widen(next, thresholds, count < NEW_FACTS_UNTIL);
  }
  return forgotten(entry, head, turn);
}

/**
 * The way in, with what it says of each pair of atoms that the body moves (`count <= at`), and with what the loop itself
 * tests (`at - code === 255`) where it holds on the way in: the turns will show which of these last.
 */
function withCandidates(
  infer: Inference,
  entry: State,
  turn: (head: State) => Turn,
): [State, ReadonlyMap<string, readonly number[]>] {
  const outer = infer.tested;
  infer.tested = [];
  const { end } = turn(entry);
  const tested = infer.tested;
  infer.tested = outer;
  outer?.push(...tested);
  const head = entry.copy();
  head.facts = [...entry.facts, ...comparisons(entry, end), ...held(entry, tested)];
  return [head, boundsOf(tested)];
}

/** One turn more often takes back what the thresholds gave too much; it is kept where it lasts. */
function narrowed(entry: State, head: State, turn: (head: State) => Turn): State {
  const closer = State.join(entry, turn(head).end, head.facts);
  return head.covers(closer) && closer.covers(State.join(entry, turn(closer).end, closer.facts)) ? closer : head;
}

/** The last way out: nothing is known of what the body may change, until that lasts. */
function forgotten(entry: State, start: State, turn: (head: State) => Turn): State {
  let head = start.copy();
  for (;;) {
    const next = State.join(entry, turn(head).end);
    if (head.covers(next)) {
      return head;
    }
    const before = head;
    head = head.copy();
    head.facts = before.facts.filter((fact) => next.proves(fact));
    head.forget((atom) => !same(before.known(atom.key), next.known(atom.key)) || before.isNonNull(atom.key));
  }
}

function same(a: Interval, b: Interval): boolean {
  return a.min === b.min && a.max === b.max && a.negativeZero === b.negativeZero && canBeZero(a) === canBeZero(b);
}
