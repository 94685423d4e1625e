import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import fc from "fast-check";
import type { Status } from "../../tools/desk/status.ts";
import { ageText, renderTable } from "../../tools/desk/terminal/table.ts";
import { needs } from "../../tools/test/needs.ts";

const OFF = { red: 0, green: 0, blue: 0 };

function statusWith(values: readonly (readonly [topic: string, payload: string])[], message = "started"): Status {
  return {
    engine: "c",
    broker: "mqtt://127.0.0.1:1883",
    look: "mosquitto_sub -h 127.0.0.1 -p 1883 -v -t '#'",
    page: "http://127.0.0.1:8080/",
    meter: "the built-in simulator",
    now: 200_000,
    lights: [{ red: 2, green: 12, blue: 2 }, { red: 32, green: 32, blue: 0 }, OFF],
    counters: [["telegrams received", 3]],
    values: new Map(values.map(([topic, payload]) => [topic, { payload, at: 100_000, times: 1 }])),
    log: [{ time: "12:00:00", level: "info", message }],
  };
}

function screenOf(status: Status, columns: number, rows: number): string[] {
  return renderTable(status, columns, rows).map((line) => line.map(({ text }) => text).join(""));
}

test("the table shows topic, value, age, lights by name and counters", () => {
  const screen = screenOf(statusWith([["meter/instant/consumption_kW", "1.193"]]), 80, 24);
  assert.match(screen[0] ?? "", /engine: c/);
  assert.match(screen[1] ?? "", /● network green +● broker yellow +● meter off/);
  assert.ok(screen.includes("telegrams received 3"));
  assert.ok(screen.some((line) => /^meter\/instant\/consumption_kW 1\.193 +100 s$/.test(line)));
});

test("what does not fit into the window is counted", () => {
  const values = Array.from({ length: 40 }, (_, at) => [`meter/${at}`, "1"] as const);
  const screen = screenOf(statusWith(values), 60, 20);
  const shown = screen.filter((line) => line.startsWith("meter/")).length;
  assert.ok(screen.includes(`and ${40 - shown} more: a taller window shows them`));
  assert.equal(screen.length, 20);
});

test("what is published more often stands first", () => {
  const status = statusWith([
    ["meter/a", "1"],
    ["meter/b", "2"],
  ]);
  const values = new Map([...status.values, ["meter/b", { payload: "3", at: 100_000, times: 2 }] as const]);
  const topics = screenOf({ ...status, values }, 80, 24).flatMap((line) => /^meter\/\w/.exec(line) ?? []);
  assert.deepEqual(topics, ["meter/b", "meter/a"]);
});

test("whatever is published, the screen stays inside the window and has no control characters", () => {
  const text = fc.string({ unit: "binary", maxLength: 300 });
  const values = fc.array(fc.tuple(text, text), { maxLength: 30 });
  fc.assert(
    fc.property(values, text, fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 80 }), (some, log, w, h) => {
      const screen = screenOf(statusWith(some, log), w, h);
      assert.ok(screen.length <= h);
      for (const line of screen) {
        assert.ok(line.length <= w);
        assert.doesNotMatch(line, /[^\x20-\x7e\xa1-\xac\xae-\xff…●·–]/u);
      }
    }),
  );
});

test("an age is told in the unit that says most", () => {
  assert.deepEqual([0, 119_999, 120_000, 7_199_999, 7_200_000].map(ageText), [
    "0 s",
    "119 s",
    "2 min",
    "119 min",
    "2 h",
  ]);
});

/** What the desk writes to a terminal. */
async function onTerminal(...options: readonly string[]): Promise<string> {
  const main = fileURLToPath(new URL("../../tools/desk/main.ts", import.meta.url));
  const command = [process.execPath, "--import", "tsx", main, "--engine", "ts", ...options];
  const program = "import pty, sys; sys.exit(pty.spawn(sys.argv[1:]) >> 8)";
  const child = spawn("python3", ["-c", program, ...command], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, TERM: "xterm" },
  });
  let shown = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (shown += text));
  const [status] = (await once(child, "close")) as [number];
  assert.equal(status, 0);
  assert.match(shown, /engine: ts/);
  return shown;
}

test("a terminal shows the live table and is given back as it was", { skip: needs("python3") }, async () => {
  const shown = await onTerminal("--for", "2");
  const [before = "", during = "", after = ""] = shown.split(/\x1b\[\?1049[hl]/);
  assert.match(before, /broker: mqtt:\/\/127\.0\.0\.1:\d+/);
  assert.match(during, /instant\/consumption_kW/);
  assert.ok(during.endsWith("\x1b[?7h\x1b[?25h"), "wrapping and cursor are back");
  assert.doesNotMatch(after, /\x1b/);
});

test("what --once shows stays on the terminal", { skip: needs("python3") }, async () => {
  const shown = await onTerminal("--once");
  assert.match(shown, /^p1_meter\/instant\/consumption_kW \d+\.\d{3}\r$/m);
  assert.doesNotMatch(shown, /\x1b/);
});
