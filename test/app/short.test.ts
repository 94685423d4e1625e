import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { findEntry, CATALOGUE } from "../../ts/meter/catalogue.ts";
import { latin1, readAll, readLine, readLines, telegram } from "./support/telegrams.ts";

const digits = fc.array(fc.nat(9), { maxLength: 12 }).map((list) => list.join(""));
const part = fc.oneof(
  fc.nat(9).map(String),
  fc.nat(300).map(String),
  fc.constantFrom("", "007", "0001", "32", "96", "24"),
);
const code = fc
  .tuple(
    fc.constantFrom("0-0", "1-0", "0-1", "1-1", "0-12", "16-0", "", "1:0"),
    part,
    part,
    part,
    fc.constantFrom("", "*255", ".255"),
  )
  .map(([head, c, d, e, tail]) => `${head}:${c}.${d}.${e}${tail}`);
const number = fc
  .tuple(fc.constantFrom("", "-", "+"), digits, fc.constantFrom("", ".", ".."), digits)
  .map((parts) => parts.join(""));
const unit = fc.constantFrom(
  "",
  "*kWh",
  "*KWH",
  "*kW",
  "*V",
  "*A",
  "*m3",
  "*M3",
  "*ms",
  "*s",
  "*m",
  "*kvarh",
  "*",
  "*kWhh",
  "*{",
  "kWh",
  "*kWh ",
  "*bananas",
);
const value = fc.oneof(
  fc.tuple(number, unit).map(([a, b]) => `(${a}${b})`),
  fc.constantFrom("()", "(1", "1)", "(1)(2)", "(1)x", "(1) ", "((1))", "(260705130000S)(00012.100*m3)", "(TEXT)"),
);
const line = fc.tuple(code, value).map((parts) => parts.join(""));

test("a line is read the same out of a chunk that has all of it and byte by byte", () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), (lines) => {
      const bytes = latin1(telegram(lines));
      assert.deepEqual(readAll(bytes), readAll(...Array.from(bytes, (_, at) => bytes.subarray(at, at + 1))));
    }),
    { numRuns: 400 },
  );
});

test("a short line may be continued by the next row, or end in another way than CR LF", () => {
  assert.equal(readLines(["1-0:1.8.0(1*kWh)\r\n(2*kWh)", "1-0:2.8.0(3*kWh)"]).readings[0]?.value, "2");
  assert.equal(readLines(["1-0:1.8.0(1*kWh)\r\n\r\n(2*kWh)"]).readings[0]?.value, "2");
  assert.equal(readLines(["1-0:1.8.0(1*kWh)\n1-0:2.8.0(2*kWh)"]).readings[1]?.value, "2");
});

test("a bracket of the next line is none of a short line's", () => {
  const values = (lines: readonly string[]): unknown[] => readLines(lines).readings.map(({ value }) => value);
  assert.deepEqual(values(["0-0:96.3.10(1)", "0-0:17.0.0(999.9*kW)", "1-0:1.8.0(1*kWh)"]), ["1", "999.9", "1"]);
  assert.deepEqual(values(["0-0:96.3.10(1)", "1-0:1.7.0)(5*kW)", "1-0:1.8.0(1*kWh)"]), ["1", "1"]);
  assert.deepEqual(values(["1-0:1.6.0(260705130000S)(2.5*kW)", "1-0:2.6.0(2607051300000)(3*kW)"]), ["2.5", "3"]);
});

test("a short number keeps every digit that it has, up to the ninth and beyond", () => {
  assert.equal(readLine("1-0:1.8.0(123456.789*kWh)"), "123456.789 kWh");
  assert.equal(readLine("1-0:1.8.0(1234567.891*kWh)"), "1234567.891 kWh");
  assert.equal(readLine("1-0:1.8.0(4294967297)"), "4294967297");
  assert.equal(readLine("1-0:1.8.0(.5*kWh)"), "number");
  assert.equal(readLine("1-0:1.8.0(5.*kWh)"), "number");
  assert.equal(readLine("4294967297-0:1.8.0(5*kWh)"), "code");
  assert.equal(readLine("0-1:24.2.1(00012.100)"), "absent");
});

test("every code of the catalogue is found, and no other", () => {
  for (const [index, entry] of CATALOGUE.entries()) {
    assert.equal(findEntry(entry.code), index);
  }
  const codes = new Set(CATALOGUE.map((entry) => entry.code));
  fc.assert(
    fc.property(fc.nat(0xffffffff), (any) => {
      assert.equal(findEntry(any) < CATALOGUE.length, codes.has(any));
    }),
  );
});
