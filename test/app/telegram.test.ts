import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { TelegramReader } from "../../ts/p1/telegram.ts";
import { crcOf, latin1, oldTelegram, readAll, telegram, type Read } from "./support/telegrams.ts";

const LINES = [
  "1-3:0.2.8(50)",
  "0-0:1.0.0(210701120000S)",
  "0-0:96.13.0(48656C6C6F)",
  "1-0:99.97.0(1)(0-0:96.7.19)(101208152415W)(0000000240*s)",
  "1-0:1.8.1(000306.946*kWh)",
  "0-1:24.1.0(003)",
  "0-1:24.2.1(210701120000S)(00012.345*m3)",
];
const GOOD = telegram(LINES);
const OTHER = telegram(["1-3:0.2.8(50)", "1-0:1.7.0(01.193*kW)"], "XYZ5OTHER");
const OLD = oldTelegram([
  "1-0:1.8.1(000306.946*kWh)",
  "0-1:24.3.0(161107190000)(00)(60)(1)(0-1:24.2.1)(m3)",
  "(00001.001)",
]);

/** Bytes that begin no telegram by themselves. */
const noise = fc
  .uint8Array({ maxLength: 60 })
  .map((bytes) => Uint8Array.from(bytes).map((byte) => (byte === 0x2f || byte === 0xdb ? 0x2e : byte)));
/** Pieces of a port's bytes, good and bad. */
const piece = fc.oneof(
  fc.constantFrom(GOOD, OTHER, OLD, GOOD.replace("306", "307"), "/", "!\r\n", "\r\n", "/ABC5\r\n", "\xdb\x08"),
  fc.nat(GOOD.length).map((length) => GOOD.slice(0, length)),
  fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes).toString("latin1")),
  fc.nat(5000).map((length) => "x".repeat(length)),
);

function outcomes(...chunks: (string | Uint8Array)[]): string[] {
  return readAll(...chunks).map(({ outcome }) => outcome);
}

function lastOf(reads: readonly Read[]): Read {
  return reads.at(-1) ?? { outcome: "more", readings: [], skipped: [] };
}

const [whole] = readAll(GOOD);

test("a good telegram", () => {
  assert.equal(whole?.outcome, "telegram");
  assert.equal(whole.crc, "arc");
  assert.equal(whole.identification, "ABC5\\TEST");
  assert.deepEqual(
    whole.readings.map(({ topic, value }) => [topic, value]),
    [
      ["equipment/version", "50"],
      ["date_time", "2021-07-01T10:00:00Z"],
      ["message/0", "Hello"],
      ["outages/power_failure_event_log", "(1)(0-0:96.7.19)(101208152415W)(0000000240*s)"],
      ["total/consumption_low_tariff_kWh", "306.946"],
      ["equipment/devicetype_id_1", "3"],
      ["total/gas_meter_m3", "12.345"],
    ],
  );
});

test("however the bytes are cut into chunks, the same comes out, counters included", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), fc.array(fc.nat(9000), { maxLength: 12 }), (pieces, cuts) => {
      const bytes = latin1(pieces.join(""));
      const ends = [...cuts.map((cut) => Math.min(cut, bytes.length)), bytes.length].sort((a, b) => a - b);
      const chunks = ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
      assert.deepEqual(readAll(...chunks), readAll(bytes));
      assert.deepEqual(countersOf(chunks), countersOf([bytes]));
    }),
    { numRuns: 300 },
  );
  assert.deepEqual(readAll(...Array.from(latin1(GOOD), (byte) => Uint8Array.of(byte))), [whole]);
});

function countersOf(chunks: readonly Uint8Array[]): object {
  const reader = new TelegramReader();
  for (const chunk of chunks) {
    for (let at = 0; at < chunk.length;) {
      at = reader.read(chunk, at);
    }
  }
  return structuredClone(reader.counters);
}

test("whatever came before, the next good telegram counts", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 5 }), (pieces) => {
      const before = pieces.join("");
      // A frame that seems encrypted may go on; its length says where it ends.
      fc.pre(!/\xdb\x08[^]{8}[\x81\x82]/.test(before));
      assert.deepEqual(lastOf(readAll(`${before}${GOOD}`)), whole);
    }),
    { numRuns: 500 },
  );
});

test("noise before and behind telegrams costs none", () => {
  fc.assert(
    fc.property(noise, noise, noise, (a, b, c) => {
      const reads = readAll(a, GOOD, b, GOOD, c);
      assert.deepEqual(reads, [whole, whole]);
    }),
  );
});

test("a telegram with one wrong byte anywhere is not used", () => {
  const accepted: string[] = [];
  // Behind the four digits nothing matters any more.
  for (let at = 0; at <= GOOD.length - 3; at++) {
    for (let flip = 1; flip <= 255; flip++) {
      const spoiled = latin1(GOOD);
      spoiled[at] = (spoiled[at] ?? 0) ^ flip;
      const isSame = Buffer.from(spoiled).toString("latin1").toUpperCase() === GOOD.toUpperCase();
      const isCrc = at > GOOD.lastIndexOf("!");
      const good = readAll(spoiled).filter(({ outcome }) => outcome === "telegram");
      if (good.length > 0 && !(isCrc && isSame)) {
        accepted.push(`byte ${at} changed by ${flip}: ${good[0]?.crc ?? ""}`);
      }
    }
  }
  // CRC-16/ARC finds every one of them; X-25, which would be right by chance for two of 58000, is not this meter's.
  assert.deepEqual(accepted, []);
});

test("a telegram cut off anywhere and followed by a good one: the good one counts", () => {
  for (let length = 0; length < GOOD.length - 2; length++) {
    const reads = readAll(`${GOOD.slice(0, length)}${OTHER}`);
    assert.deepEqual(reads.filter(({ outcome }) => outcome === "telegram").length, length === GOOD.length - 2 ? 2 : 1);
    assert.equal(lastOf(reads).identification, "XYZ5OTHER");
  }
});

test("a telegram ends with the line end behind its CRC, and the rest is the caller's", () => {
  const reader = new TelegramReader();
  const bytes = latin1(`${GOOD}${OTHER}`);
  const end = reader.read(bytes, 0);
  assert.equal(reader.outcome, "telegram");
  assert.equal(end, GOOD.length - 1);
  assert.equal(reader.read(bytes, end), bytes.length - 1);
  assert.equal(reader.outcome, "telegram");
});

test("line ends may be CR LF, LF or CR, as long as the CRC is over them", () => {
  for (const end of ["\r\n", "\n", "\r"]) {
    const body = GOOD.slice(0, GOOD.lastIndexOf("!") + 1).replaceAll("\r\n", end);
    const [read] = readAll(`${body}${crcOf(body)}${end}`);
    assert.deepEqual(read, whole);
  }
});

test("the CRC in small letters, with a NUL or spaces behind, without its leading zero", () => {
  const body = GOOD.slice(0, GOOD.lastIndexOf("!") + 1);
  const digits = crcOf(body);
  assert.equal(readAll(`${body}${digits.toLowerCase()}\r\n`)[0]?.crc, "arc");
  assert.equal(readAll(`${body}${digits}\0\r\n`)[0]?.crc, "arc");
  assert.equal(readAll(`${body}${digits}  \r\n`)[0]?.crc, "arc");
  const short = Array.from({ length: 200 }, (_, index) => telegram([`1-0:1.8.0(${index}*kWh)`])).find((text) =>
    text.includes("!0"),
  );
  assert.ok(short !== undefined);
  assert.deepEqual(outcomes(short.replace("!0", "!")), ["telegram"]);
});

test("Holley's meter, with a / inside of its identification, may send X-25; no other meter's is taken", () => {
  const body = (identification: string): string => `/${identification}\r\n\r\n1-3:0.2.8(50)\r\n1-0:1.8.0(1*kWh)\r\n!`;
  const holley = body("HLY5/D545-METER");
  const [read, ...others] = readAll(`${holley}${x25Of(holley)}\r\n`);
  assert.deepEqual([read?.outcome, read?.crc, read?.identification], ["telegram", "x25", "HLY5/D545-METER"]);
  assert.deepEqual(others, []);
  assert.equal(readAll(`${holley}${crcOf(holley)}\r\n`)[0]?.crc, "arc");
  const other = body("ISK5\\2M550T-1012");
  assert.deepEqual(outcomes(`${other}${x25Of(other)}\r\n`), ["crc"]);
  // Elsewhere a / begins a telegram.
  assert.deepEqual(outcomes(`/ABC5${holley}${x25Of(holley)}\r\n`), ["telegram"]);
});

/** CRC-16/X-25 from its definition. */
function x25Of(text: string): string {
  let crc = 0xffff;
  for (const byte of latin1(text)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) {
      crc = (crc & 1) === 1 ? (crc >>> 1) ^ 0x8408 : crc >>> 1;
    }
  }
  return (crc ^ 0xffff).toString(16).toUpperCase().padStart(4, "0");
}

test("wrong, missing and half footers", () => {
  const body = GOOD.slice(0, GOOD.lastIndexOf("!") + 1);
  const digits = crcOf(body);
  assert.deepEqual(outcomes(`${body}0000\r\n`), ["crc"]);
  assert.deepEqual(outcomes(`${body}${digits}0\r\n`), ["crc"]);
  assert.deepEqual(outcomes(`${body}${digits.slice(0, 2)}\r\n`), ["crc"]);
  assert.deepEqual(outcomes(`${body}hello\r\n`), ["crc"]);
  assert.deepEqual(outcomes(`${body}${"F".repeat(40)}\r\n`), ["crc"]);
  assert.deepEqual(outcomes(`${body}\r\n`), ["no-crc"]);
  assert.deepEqual(outcomes(body), ["truncated"]);
  assert.deepEqual(outcomes(`${body}${digits.slice(0, 3)}`), ["truncated"]);
  assert.deepEqual(outcomes(`${body}${digits}`), ["telegram"]);
});

test("no CRC is right for meters before DSMR 4 and for no other, and only with a reading", () => {
  assert.equal(readAll(OLD)[0]?.crc, "absent");
  assert.deepEqual(outcomes(OLD.slice(0, -2)), ["telegram"]);
  assert.deepEqual(outcomes("/ABC5\r\n\r\n!\r\n"), ["no-crc"]);
  for (const line of ["1-3:0.2.8(42)", "0-0:96.1.4(50217)", "0-0:1.0.0(210701120000S)", "0-0:42.0.0(41)"]) {
    assert.deepEqual(outcomes(oldTelegram(["1-0:1.8.1(1*kWh)", line])), ["no-crc"], line);
  }
});

test("a line of 2100 bytes is read, one of 2101 is too long, and what follows is found", () => {
  const line = (length: number): string => `1-0:0.2.0(${"x".repeat(length - 11)})`;
  assert.deepEqual(outcomes(telegram([line(2060)])), ["telegram"]);
  assert.equal(readAll(telegram([line(2100)]))[0]?.skipped[0], "3 full");
  assert.deepEqual(outcomes(telegram([line(2101)])), ["too-long"]);
  assert.deepEqual(outcomes(telegram([line(2101)]), GOOD), ["too-long", "telegram"]);
  assert.deepEqual(outcomes(`/ABC5\r\n${"x".repeat(2095)}${GOOD}`), ["truncated", "telegram"]);
});

test("a telegram has no limit: 100 KiB of lines", () => {
  const lines = Array.from({ length: 4000 }, (_, index) => `1-0:1.8.0(${String(index).padStart(9, "0")}*kWh)`);
  const [read] = readAll(telegram(lines));
  assert.equal(read?.outcome, "telegram");
  assert.deepEqual(
    read.readings.map(({ value }) => value),
    ["0"],
  );
});

test("silence ends a telegram, and before its first line ends it was noise", () => {
  assert.deepEqual(outcomes(GOOD.slice(0, 100)), ["truncated"]);
  assert.deepEqual(outcomes("/ABC"), []);
  const reader = new TelegramReader();
  reader.read(latin1(GOOD.slice(0, 100)), 0);
  reader.silence();
  assert.equal(reader.outcome, "truncated");
  reader.silence();
  assert.equal(reader.outcome, "more");
  assert.equal(reader.counters.truncated, 1);
});

test("an encrypted frame is told apart and skipped whole, with what looks like a telegram inside", () => {
  const inside = `0000${GOOD}`;
  const frame = (length: string): string => `\xdb\x08ABC/!5\r\n${length}\x30${inside}`;
  const bytes = inside.length + 1;
  const long = frame(`\x82${String.fromCharCode(bytes >> 8, bytes & 255)}`);
  assert.deepEqual(outcomes(long), ["encrypted"]);
  assert.deepEqual(outcomes(long, GOOD), ["encrypted", "telegram"]);
  assert.deepEqual(outcomes(long.slice(0, 60)), ["truncated"]);
  assert.deepEqual(outcomes(`\xdb\x08ABC12345\x81\x12\x3012345678901234567`), ["encrypted"]);
  assert.deepEqual(outcomes(`\xdb${GOOD}`), ["telegram"]);
  assert.deepEqual(outcomes(`\xdb\x08${GOOD}`), ["telegram"]);
});
