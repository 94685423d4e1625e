import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseDecimal, parseQuantity } from "../../ts/p1/value.ts";
import { latin1, written } from "./support/telegrams.ts";

/** How a text is read: the number as it is published and its unit, or nothing. */
function read(text: string): string {
  const bytes = latin1(text);
  const { ok, value, decimals, unit } = parseQuantity(bytes, 0, bytes.length);
  return ok ? `${written((writer) => writer.decimal(value, decimals))} ${unit}` : "nothing";
}

const digits = (least: number, most: number): fc.Arbitrary<string> =>
  fc.array(fc.nat(9), { minLength: least, maxLength: most }).map((list) => list.join(""));

test("a number keeps its decimals and loses its leading zeros, exactly", () => {
  fc.assert(
    fc.property(fc.boolean(), digits(1, 9), digits(0, 6), (negative, whole, decimals) => {
      const text = `${negative ? "-" : ""}${whole}${decimals === "" ? "" : `.${decimals}`}`;
      const bytes = latin1(text);
      const number = parseDecimal(bytes, 0, bytes.length);
      assert.ok(number.ok && number.end === text.length);
      assert.equal(BigInt(number.value), BigInt(`${whole}${decimals}`) * (negative ? -1n : 1n));
      assert.equal(number.decimals, decimals.length);
      const plain = `${whole.replace(/^0+(?=\d)/, "")}${decimals === "" ? "" : `.${decimals}`}`;
      const isZero = /^[0.]*$/.test(plain);
      assert.equal(read(text), `${negative && !isZero ? "-" : ""}${plain} none`);
    }),
  );
});

test("values as meters send them", () => {
  assert.equal(read("000306.946*kWh"), "306.946 kWh");
  assert.equal(read("00032549.5061662*kWh"), "32549.5061662 kWh");
  assert.equal(read("001688.21*W"), "1688.21 W");
  assert.equal(read("-063*A"), "-63 A");
  assert.equal(read("+1.5*A"), "1.5 A");
  assert.equal(read("0.336"), "0.336 none");
  assert.equal(read("00012"), "12 none");
  assert.equal(read("12785.123*m3"), "12785.123 m3");
  assert.equal(read("9999999999.999*kWh"), "9999999999.999 kWh");
});

test("a unit has one spelling, whatever the meter makes of it", () => {
  for (const unit of ["kvar", "kVar", "Kvar", "kVAr", "KVAR"]) {
    assert.equal(read(`0.146*${unit}`), "0.146 kvar");
  }
  assert.equal(read("1*kvarh"), "1 kvarh");
  assert.equal(read("1*kVArh"), "1 kvarh");
  assert.equal(read("1*KWH"), "1 kWh");
});

test("a star or a unit may be missing, and spaces may stand behind", () => {
  assert.equal(read("12.5kWh"), "12.5 kWh");
  assert.equal(read("12.5 kWh"), "12.5 kWh");
  assert.equal(read("12.5*kWh "), "12.5 kWh");
  assert.equal(read("12.5* kWh"), "12.5 kWh");
  assert.equal(read("12.5*"), "12.5 none");
});

test("a unit that is not known is taken behind a star only", () => {
  assert.equal(read("12*l"), "12 other");
  assert.equal(read("12*m3/h"), "12 other");
  assert.equal(read("12l"), "nothing");
  assert.equal(read("12*kW*h"), "nothing");
  assert.equal(read(`12*${"x".repeat(17)}`), "nothing");
  assert.equal(read("12*\u0001"), "nothing");
});

test("what is no number is nothing", () => {
  for (const text of [
    "",
    "-",
    ".",
    ".5",
    "5.",
    "X306.946*kWh",
    "00X306.946*kWh",
    "1.2.3",
    "1,5",
    "--1",
    "*kWh",
    "1e3",
  ]) {
    assert.equal(read(text), "nothing", text);
  }
});

test("more than fifteen digits are no number, leading zeros not counted", () => {
  assert.equal(read("999999999999999"), "999999999999999 none");
  assert.equal(read("000000000000000000001"), "1 none");
  assert.equal(read("1000000000000000"), "nothing");
  assert.equal(read("0.1234567890123456"), "nothing");
});
