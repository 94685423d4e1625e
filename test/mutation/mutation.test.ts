/** The cheap part of `npm run mutate`: its list is complete, and it catches what is plainly broken. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { needs } from "../../tools/test/needs.ts";
import { listOfMutants, problemsOf } from "./list.ts";
import { mutantsIn, mutate } from "./mutant.ts";
import { tryAll, type Tried } from "./run.ts";

test("every rule of check, infer and lower has a mutant, and every mutant its text", () => {
  assert.deepEqual(problemsOf(), []);
});

test("a mutant whose text is no more, stands twice, or elsewhere is named", () => {
  const source = "function add() {\n  return 1 + 2 + 2;\n}\nfunction other() {\n  return 7;\n}\n";
  const broken = (text: string): (() => string) => {
    const [mutant] = mutantsIn("infer/interval.ts", `# add: a sum is one\n- ${text}\n+ 0\n`);
    return () => mutate(mutant, source);
  };
  assert.throws(broken("3"), /infer\/interval:add is out of date: "3" does not occur in infer\/interval\.ts/);
  assert.throws(broken("2"), /infer\/interval:add is out of date: "2" occurs twice in/);
  assert.throws(broken("7"), /infer\/interval:add is out of date: its text stands in other, not in add/);
  assert.match(broken("1")(), /return 0 \+ 2/);
});

/** One of each stage, and how it has to be caught. */
const SOME = new Map([
  ["lower/comparisons:isNull", "differs"],
  ["infer/interval:add", "differs"],
  ["infer/arrays:elementAt", "sanitizer"],
  ["check/effects:close-2", "sanitizer"],
]);

test("mutants are caught, and one that breaks nothing survives", { skip: needs("gcc") }, async () => {
  const some = listOfMutants().filter((each) => SOME.has(each.name));
  const harmless = mutantsIn("lower/text.ts", '# characterOf: nothing\n- return "\\\\n";\n+ return "\\\\012";\n');
  const tried: Tried[] = [];
  const told = (each: Tried): void => {
    tried.push(each);
  };
  await tryAll([...some, ...harmless], { compiled: false, random: 0, processes: 1, last: new Map(), told });
  const found = new Map(
    tried.map(({ mutant, caught }) => [mutant.breaks === "nothing" ? "none" : mutant.name, caught?.how]),
  );
  assert.deepEqual([...found].sort(), [...SOME, ["none", undefined] as const].sort());
});
