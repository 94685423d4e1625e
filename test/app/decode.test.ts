import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, test } from "node:test";
import { latin1, telegram } from "./support/telegrams.ts";

const ROOT = resolve(import.meta.dirname, "..", "..");
const folder = mkdtempSync(join(tmpdir(), "p1-decode-"));
after(() => rmSync(folder, { recursive: true }));

/** Runs the command as npm does for somebody who stands in the folder of this test's files. */
function decode(parameters: readonly string[], input = "") {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ["tools/setup/run.mjs", "tools/decode/main.ts", ...parameters],
    { cwd: ROOT, encoding: "utf8", input: latin1(input), env: { ...process.env, INIT_CWD: folder } },
  );
  const lines = stdout.split("\n").filter((line) => line !== "");
  return { lines, stderr, status };
}

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), latin1(text));
  return name;
}

const GOOD = telegram([
  "1-3:0.2.8(50)",
  "0-0:1.0.0(200909220000S)",
  "1-0:1.8.1(000306.946*kWh)",
  "1-0:99.97.0(2)(0-0:96.7.19)(000101000000W)(8*s)(101208151004W)(00000000301*s)",
  "0-0:96.13.0(22415C0A22)",
  "nonsense",
  "0-1:24.2.1(200909220000S)(00012.345*m3)",
]);

test("a telegram is one line of JSON", () => {
  const { lines, stderr, status } = decode(["--engine", "ts", file("good.txt", GOOD)]);
  assert.equal(stderr, "");
  assert.equal(status, 0);
  assert.deepEqual(lines, [
    [
      '{"file":"good.txt","ok":true,"crc":"arc","identification":"ABC5\\\\TEST","readings":[',
      '{"obis":"1-3:0.2.8","topic":"equipment/version","value":"50"},',
      '{"obis":"0-0:1.0.0","topic":"date_time","value":"2020-09-09T20:00:00Z"},',
      '{"obis":"1-0:1.8.1","topic":"total/consumption_low_tariff_kWh","value":"306.946","unit":"kWh"},',
      '{"obis":"1-0:99.97.0","topic":"outages/power_failure_event_log","entries":[',
      '{"time":null,"value":"8","unit":"s"},{"time":"2010-12-08T14:10:04Z","value":"301","unit":"s"}]},',
      '{"obis":"0-0:96.13.0","topic":"message/0","value":"\\"A\\\\\\u000a\\""},',
      '{"obis":"0-1:24.2.1","topic":"total/gas_meter_m3","value":"12.345","unit":"m3","time":"2020-09-09T20:00:00Z"}',
      '],"skipped":[{"line":8,"why":"no OBIS code at its beginning"}]}',
    ].join(""),
  ]);
});

test("a unit of the meter's own is JSON in whatever characters, and a topic in those that a topic may have", () => {
  const { lines } = decode(["--engine", "ts", file("unit.txt", telegram(['1-0:1.7.0(001*a"\\\\+/#%)']))]);
  const { readings } = JSON.parse(lines[0] ?? "") as { readings: unknown };
  assert.deepEqual(readings, [
    { obis: "1-0:1.7.0", topic: "instant/consumption_a______%", value: "1", unit: 'a"\\\\+/#%' },
  ]);
});

test("what is wrong with a file is said, and the exit status is 1", () => {
  const cases: readonly (readonly [name: string, text: string, error: string])[] = [
    ["crc.txt", GOOD.replace("306", "307"), "crc"],
    ["cut.txt", GOOD.slice(0, 60), "truncated"],
    ["long.txt", telegram([`0-0:96.13.0(${"4".repeat(3000)})`]), "too-long"],
    ["none.txt", "/A\r\n1-3:0.2.8(50)\r\n!\r\n", "no-crc"],
    ["secret.bin", "\xdb\x08ABC12345\x81\x12\x3012345678901234567", "decryption"],
    ["empty.txt", "", "no-telegram"],
    ["noise.txt", "what is this", "no-telegram"],
  ];
  const { lines, status } = decode(["--engine", "ts", ...cases.map(([name, text]) => file(name, text))]);
  const results = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  assert.deepEqual(
    results.map((result) => [result.file, result.ok, result.error]),
    cases.map(([name, , error]) => [name, false, error]),
  );
  assert.ok(results.every(({ message }) => typeof message === "string" && message.length > 10));
  assert.equal(status, 1);
});

test("each telegram of a file counts, and the standard input is a file named -", () => {
  const { lines, status } = decode(["--engine", "ts", "-"], `${GOOD}${GOOD.replace("306", "307")}${GOOD}`);
  const results = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  assert.deepEqual(
    results.map((result) => [result.file, result.ok]),
    [
      ["-", true],
      ["-", false],
      ["-", true],
    ],
  );
  assert.equal(status, 1);
});

test("a file that can't be read costs a sentence, the others are decoded", () => {
  const { lines, stderr, status } = decode(["--engine", "ts", "missing.txt", file("good.txt", GOOD)]);
  assert.match(stderr, /^missing\.txt can't be read: no such file or directory\.$/m);
  assert.equal(lines.length, 1);
  assert.equal(status, 1);
});

test("more lines than are kept are counted", () => {
  const { lines } = decode(["--engine", "ts", "-"], telegram(["1-0:1.8.0(1*kWh)", ...Array<string>(70).fill("x")]));
  const { skipped } = JSON.parse(lines[0] ?? "") as { skipped: { line: number; why: string }[] };
  assert.equal(skipped.length, 33);
  assert.match(skipped[32]?.why ?? "", /: 38$/);
});

test("wrong use is a sentence and exit status 2, help is exit status 0", () => {
  for (const [parameters, sentence] of [
    [[], /No file was named/],
    [["--engine", "java", "x"], /--engine is c or ts/],
    [["--key", "00", "x"], /--key takes 32 hexadecimal digits/],
    [["--aad", "3", "x"], /--aad takes an even number of hexadecimal digits/],
    [["--what", "x"], /--help/],
  ] as const) {
    const { stderr, status, lines } = decode(parameters);
    assert.match(stderr, sentence);
    assert.equal(stderr.trim().split("\n").length, 1);
    assert.equal(status, 2);
    assert.deepEqual(lines, []);
  }
  const { lines, status } = decode(["--help"]);
  assert.equal(status, 0);
  assert.match(lines.join("\n"), /--engine c\|ts/);
});
