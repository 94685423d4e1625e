import assert from "node:assert/strict";
import { test } from "node:test";
import { utf8 } from "ts2c";
import { isOrdered, orderOf, type Order } from "../../ts/update/version.ts";

const order = (a: string, b: string): Order => orderOf(utf8(a), utf8(b));

/** From the oldest to the newest. */
const LADDER = [
  "0.0.9",
  "0.1.0-alpha",
  "0.1.0-alpha.1",
  "0.1.0-rc.2",
  "0.1.0-rc.10",
  "0.1.0",
  "0.1.0-3-gabcdef0",
  "0.1.0-12-g0123456",
  "0.1.1",
  "0.2",
  "0.10.0",
  "1.0.0",
  "2.0.0-1-g1234567",
  "99999.0.1",
];

test("versions stand in the order in which they were made", () => {
  for (const [i, a] of LADDER.entries()) {
    for (const [j, b] of LADDER.entries()) {
      assert.equal(order(a, b), i < j ? "older" : i > j ? "newer" : "same", `${a} and ${b}`);
    }
  }
});

test("a v in front, -dirty behind and what follows a + change nothing", () => {
  for (const twin of ["v1.2.3", "1.2.3-dirty", "1.2.3+esp32c3", "v1.2.3-dirty"]) {
    assert.equal(order(twin, "1.2.3"), "same", twin);
    assert.equal(order(twin, "1.2.4"), "older", twin);
  }
  assert.equal(order("1.2", "1.2.0"), "same");
  assert.equal(order("1.2.0-3-gabcdef0-dirty", "1.2.0-3-gabcdef0"), "same");
});

test("a bare commit, a word and as many commits on two branches can't be compared", () => {
  for (const [a, b] of [
    ["72b3f00", "1.0.0"],
    ["7234567", "1.0.0"],
    ["1", "1.0.0"],
    ["", "1.0.0"],
    ["1.0.0x", "1.0.0"],
    ["1..0", "1.0.0"],
    ["1.0.0.0", "1.0.0"],
    ["1.0.0-3-gabcdef0", "1.0.0-3-g0123456"],
  ] as const) {
    assert.equal(order(a, b), "unknown", `${a} and ${b}`);
    assert.equal(order(b, a), "unknown", `${b} and ${a}`);
  }
  assert.equal(order("72b3f00", "72b3f00"), "same");
  assert.ok(!isOrdered(utf8("72b3f00")));
  assert.ok(isOrdered(utf8("v1.2.3-rc.1")));
});
