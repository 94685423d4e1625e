import assert from "node:assert/strict";
import { test } from "node:test";
import { brokerOf } from "../../tools/desk/options.ts";
import { DeskProcess } from "./support/desk-process.ts";

/** Command lines that can't work, with the exit status and the sentence that they get. */
const REFUSED: readonly (readonly [line: readonly string[], status: number, sentence: RegExp])[] = [
  [["--bogus"], 2, /^Unknown option '--bogus'\. `npm start -- --help` lists the options\.\n$/],
  [["extra"], 2, /^Unexpected argument 'extra'\./],
  [["--engine", "rust"], 2, /^--engine is c or ts, not rust\.\n$/],
  [["--for", "soon"], 2, /^--for takes seconds, such as 60, not soon\.\n$/],
  [["--for", "-1"], 2, /^Option '--for' has no value\. `npm start -- --help` lists the options\.\n$/],
  [["--set", "interval_min"], 2, /^--set takes NAME=VALUE/],
  [["--serial", "a", "--replay", "b"], 2, /can't both be the meter/],
  [["--broker", "http://localhost"], 2, /^--broker: http:\/\/ is not supported\. Write it as mqtt:\/\//],
  [["--broker", "localhost"], 2, /^--broker: that is no URL\./],
  [
    ["--engine", "ts", "--set", "no_such_setting=1"],
    2,
    /^There is no setting "no_such_setting"\. `npm start -- --set list` names them\.$/m,
  ],
  [["--engine", "ts", "--set", "interval_min=never"], 2, /interval_min must be a whole number from 0 to 86400/],
  [["--engine", "ts", "--profile", "mars"], 2, /simulator_profile must be one of nl22/],
  [
    ["--engine", "ts", "--replay", "/no/such/file"],
    1,
    /^The file to replay can't be read: \/no\/such\/file, no such file or directory\.$/m,
  ],
  [["--engine", "ts", "--serial", "/no/such/port"], 1, /^The serial port \/no\/such\/port can't be opened: there is/m],
];

for (const [line, status, sentence] of REFUSED) {
  test(`npm start -- ${line.join(" ")}`, async () => {
    await using desk = new DeskProcess(line);
    assert.equal(await desk.exit, status);
    assert.match(desk.stderr, sentence);
    assert.doesNotMatch(desk.stderr, /^ +at /m, "a sentence, no stack");
  });
}

test("--help lists every option", async () => {
  await using desk = new DeskProcess(["--help"]);
  assert.equal(await desk.exit, 0);
  for (const option of [
    "engine",
    "serial",
    "replay",
    "broker",
    "profile",
    "set",
    "state",
    "for",
    "once",
    "verbose",
    "help",
  ]) {
    assert.match(desk.stdout, new RegExp(`^  --${option} `, "m"));
  }
});

test("--set list and --profile list name what there is", async () => {
  await using settings = new DeskProcess(["--set", "list"]);
  await using profiles = new DeskProcess(["--profile", "list"]);
  assert.equal(await settings.exit, 0);
  assert.match(settings.stdout, /^ {2}interval_min +The fewest seconds between two publications\. \(0 to 86400\)$/m);
  assert.equal(await profiles.exit, 0);
  assert.match(profiles.stdout, /^ {2}nl5 +Netherlands, DSMR 5/m);
});

test("--engine c without a compiler exits 1 with a sentence; without --engine the TypeScript runs", async () => {
  const environment = { CC: "no-such-compiler", P1_GENERATED: new URL("example", import.meta.url).pathname };
  await using explicit = new DeskProcess(["--engine", "c", "--once"], environment);
  assert.equal(await explicit.exit, 1);
  assert.match(explicit.stderr, /^There is no C compiler: `no-such-compiler` was not found\./);
  await using silent = new DeskProcess(["--once"], environment);
  assert.equal(await silent.exit, 0);
  assert.match(silent.stdout, /^There is no C compiler: .* Running the TypeScript instead\.\nengine: ts\n/);
});

test("a broker's URL comes apart, whatever is in the password", () => {
  assert.deepEqual(brokerOf("mqtt://me:p%40ss%3A@broker.local:1884"), {
    host: "broker.local",
    port: 1884,
    tls: false,
    user: "me",
    password: "p@ss:",
  });
  assert.deepEqual(brokerOf("mqtt://[::1]"), { host: "::1", port: 1883, tls: false, user: "", password: "" });
  assert.deepEqual(brokerOf("mqtts://broker"), { host: "broker", port: 8883, tls: true, user: "", password: "" });
});
