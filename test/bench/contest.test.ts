/** The race of the readers goes on without one that fails. */

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { Contestant, race } from "../../tools/bench/contest.ts";

const started: Contestant[] = [];
after(() => started.forEach((each) => each.stop()));

/** A program that shows one reading, and then does this for each line of its input. */
async function contestant(name: string, forEachLine: string): Promise<Contestant> {
  const lines = `require("node:readline").createInterface({ input: process.stdin }).on("line", () => { ${forEachLine} });`;
  const program = `let turn = 0; console.log("number\\t1-0:1.8.1\\t3808.351"); console.log("end\\tgood"); ${lines}`;
  const one = await Contestant.start(name, [process.execPath, "-e", program]);
  started.push(one);
  return one;
}

const TAKES = 'console.log("took\\t1000")';

test("one that dies, or says something else, is told with its reason; the others go on", async () => {
  const good = await contestant("good", TAKES);
  const dies = await contestant("dies", `if (++turn === 3) { process.exit(1); } ${TAKES}`);
  const raves = await contestant("raves", 'console.log("Traceback")');
  const gone = await race([dies, good, raves], 5, 1);
  assert.deepEqual([...gone.keys()].map(({ name }) => name).sort(), ["dies", "raves"]);
  assert.match(gone.get(dies) ?? "", /^dies ends, or hangs/);
  assert.ok(good.best > 0);
});

test("one that can't be started, ends at once or refuses the telegram has no place in it", async () => {
  await assert.rejects(Contestant.start("absent", ["./no-such-program"]), /^Failure: absent: .*ENOENT/);
  await assert.rejects(Contestant.start("empty", [process.execPath, "-e", ""]), /empty shows no result/);
  const refuses = [process.execPath, "-e", 'console.log("end\\tbad")'];
  await assert.rejects(Contestant.start("bad", refuses), /bad does not take the telegram for a good one/);
});
