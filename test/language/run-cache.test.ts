/** `ts2c run` compiles what changed, and answers from its cache what did not. */

import assert from "node:assert/strict";
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { needs } from "../../tools/test/needs.ts";
import { ts2c } from "./support/command.ts";
import { folderOf } from "./support/folder-of-files.ts";

/** A C compiler that counts how often it compiles. */
const COUNTING = `#!/bin/sh
case "$*" in *--version*) ;; *) echo >>"$COUNT" ;; esac
exec cc "$@"
`;

test("run compiles again only what changed", { skip: needs("cc") }, (context) => {
  const folder = folderOf(context, {
    "counting-cc": COUNTING,
    "start.ts": 'import { answer } from "./answer.ts";\nconsole.log(answer());\n',
    "answer.ts": 'import { type u8 } from "ts2c";\nexport function answer(): u8 {\n  return 42;\n}\n',
  });
  chmodSync(join(folder, "counting-cc"), 0o755);
  const count = join(folder, "count");
  const env = { CC: join(folder, "counting-cc"), COUNT: count, TS2C_CACHE: join(folder, "cache") };
  const run = (): [string, number] => {
    const { stdout, stderr, status } = ts2c(folder, ["run", "start.ts"], env);
    assert.deepEqual([stderr, status], ["", 0]);
    return [stdout, existsSync(count) ? readFileSync(count, "utf8").length : 0];
  };
  assert.deepEqual(run(), ["42\n", 1]);
  assert.deepEqual(run(), ["42\n", 1]);
  const changed = readFileSync(join(folder, "answer.ts"), "utf8").replace("42", "43");
  writeFileSync(join(folder, "answer.ts"), changed);
  assert.deepEqual(run(), ["43\n", 2]);
  // A file that was looked for in vain and now is there may be meant.
  writeFileSync(join(folder, "package.json"), "{}\n");
  assert.deepEqual(run(), ["43\n", 3]);
});

test("run without a C compiler says so", (context) => {
  const folder = folderOf(context, { "start.ts": "console.log(1);\n" });
  const { status, stderr } = ts2c(folder, ["run", "start.ts"], { CC: "no-such-compiler" });
  assert.equal(stderr, "ts2c: there is no C compiler no-such-compiler: apt install gcc, or --engine node.\n");
  assert.equal(status, 1);
});
