import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { NO_TIME, isTimestamp, parseTimestamp, writeTime } from "../../ts/p1/timestamp.ts";
import { latin1, written } from "./support/telegrams.ts";

function parse(text: string): number | null {
  const bytes = latin1(text);
  return isTimestamp(bytes) ? parseTimestamp(bytes) : null;
}

const iso = (time: number): string => written((writer) => writeTime(writer, time));

test("a time stamp is UTC plus what its own letter says, whatever the season", () => {
  const range = { min: new Date("2001-01-01T00:00:00Z"), max: new Date("2069-12-31T23:59:59Z"), noInvalidDate: true };
  fc.assert(
    fc.property(fc.date(range), fc.constantFrom("S", "W"), (date, season) => {
      const seconds = Math.floor(date.getTime() / 1000);
      const local = new Date(seconds * 1000).toISOString().replace(/\D/g, "").slice(2, 14);
      assert.equal(parse(`${local}${season}`), seconds - (season === "S" ? 7200 : 3600));
    }),
  );
  assert.equal(parse("210701120000W"), Date.UTC(2021, 6, 1, 11) / 1000);
});

test("a time is written as ISO 8601", () => {
  fc.assert(
    fc.property(fc.nat(0xffffffff), (time) => {
      assert.equal(iso(time), new Date(time * 1000).toISOString().replace(".000", ""));
    }),
  );
});

test("leap days are days, others are not", () => {
  assert.equal(parse("240229120000W"), Date.UTC(2024, 1, 29, 11) / 1000);
  assert.equal(parse("230229120000W"), NO_TIME);
  assert.equal(parse("230431120000S"), NO_TIME);
});

test("a clock that is not set, an absent device and nonsense have no time", () => {
  for (const text of [
    "632525252525W",
    "632525252525S",
    "000101000000W",
    "000000000000W",
    "700101010000W",
    "123412341234W",
    "210101240000W",
    "210101006000W",
    "210100000000W",
    "210001000000W",
  ]) {
    assert.equal(parse(text), NO_TIME, text);
  }
});

test("a meter's first seconds are a time: its log has them", () => {
  assert.equal(iso(parse("000101000001W") ?? 0), "1999-12-31T23:00:01Z");
});

test("what has not the shape of a time stamp is none", () => {
  for (const text of ["", "161107190000", "16110719000W", "161107190000X", "1611071900000W", "16110719000aW"]) {
    assert.equal(parse(text), null, text);
  }
});
