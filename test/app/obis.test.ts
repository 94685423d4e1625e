import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { channel, codeOf, measurement, medium, obisCode, quantity, tariff, writeCode } from "../../ts/p1/obis.ts";
import { latin1, written } from "./support/telegrams.ts";

function parse(text: string): string {
  const line = latin1(text);
  const { code, end } = codeOf(line);
  return end > 0 ? `${written((writer) => writeCode(writer, code))} ${text.slice(end)}` : "none";
}

const nibble = fc.nat(15);
const byte = fc.nat(255);

test("a code is its five parts", () => {
  fc.assert(
    fc.property(nibble, nibble, byte, byte, byte, (a, b, c, d, e) => {
      const code = obisCode(a, b, c, d, e);
      assert.deepEqual([medium(code), channel(code), quantity(code), measurement(code), tariff(code)], [a, b, c, d, e]);
      assert.equal(parse(`${a}-${b}:${c}.${d}.${e}(1)`), `${a}-${b}:${c}.${d}.${e} (1)`);
    }),
  );
});

test("codes are ordered as their parts are", () => {
  const parts = fc.tuple(nibble, nibble, byte, byte, byte);
  fc.assert(
    fc.property(parts, parts, (one, other) => {
      const index = one.findIndex((part, i) => part !== other[i]);
      const expected = index < 0 ? 0 : Math.sign(one[index] - other[index]);
      assert.equal(Math.sign(obisCode(...one) - obisCode(...other)), expected);
    }),
  );
});

test("a sixth part of 255 changes nothing, and a colon may stand for a dot", () => {
  assert.equal(parse("1-0:1.8.0*255(1)"), "1-0:1.8.0 (1)");
  assert.equal(parse("1-0:1.8.0.255(1)"), "1-0:1.8.0 (1)");
  assert.equal(parse("0-0:96.1.255*255(1)"), "0-0:96.1.255 (1)");
  assert.equal(parse("1-0:72:32.0(1)"), "1-0:72.32.0 (1)");
  assert.equal(parse("1-0:99:97.0(1)"), "1-0:99.97.0 (1)");
});

test("what is no code is none", () => {
  for (const text of [
    "",
    "(1)",
    "1-0:1.8.0",
    "1-0:1.8(1)",
    "1-0:1.8.0*01(1)",
    "1-0:256.8.0(1)",
    "16-0:1.8.0(1)",
    "1-16:1.8.0(1)",
    "1-0:0001.8.0(1)",
    "1:0-1.8.0(1)",
    "1-0:1..0(1)",
    "1-0:1.8.0.255.255(1)",
    "1-0:1.8.0 (1)",
    "x1-0:1.8.0(1)",
    "***NO CARRIER***",
  ]) {
    assert.equal(parse(text), "none", text);
  }
});
