/** The same TypeScript in Node, as a contestant: reads the telegram of a file as `harness/generated.c` does, and as often as each line asks. */

import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { utf8 } from "ts2c";
import { Meter } from "../../ts/meter/meter.ts";
import { Counters } from "../../ts/p1/counters.ts";
import { LineReader } from "../../ts/p1/line.ts";
import { DatedList } from "../../ts/p1/list.ts";
import { PlainReader } from "../../ts/p1/plain.ts";
import { Staging, type StagedReading } from "../../ts/p1/staging.ts";

const staging = new Staging();
const reader = new PlainReader(staging, new LineReader(staging), new Counters());
const list = new DatedList();
const meter = new Meter();
let shown: string[] | null = null;

function text(bytes: Uint8Array | Iterable<number>): string {
  return Buffer.from(Uint8Array.from(bytes)).toString("utf8");
}

function give(
  kind: string,
  staged: StagedReading,
  value: number,
  decimals: number,
  unit: string,
  time: number,
  words: string,
): void {
  const { topic } = meter.describe(staged.code);
  const channel = meter.namedChannel(staged.code);
  if (shown === null) {
    return;
  }
  const { code } = staged;
  const parts = `${code >>> 28}-${(code >>> 24) & 15}:${(code >>> 16) & 255}.${(code >>> 8) & 255}.${code & 255}`;
  const name = channel === 0 ? topic : `${topic}_${channel}`;
  shown.push([kind, parts, name, value, decimals, unit, time, words].join("\t"));
}

function giveAll(staged: StagedReading): void {
  const bytes = staging.textOf(staged);
  const unitOf = (unit: string, spelling: () => string): string =>
    unit === "none" ? "" : unit === "other" ? spelling() : unit;
  switch (staged.kind) {
    case "number":
      give(
        "number",
        staged,
        staged.value,
        staged.decimals,
        unitOf(staged.unit, () => text(bytes)),
        staged.time,
        "",
      );
      break;
    case "text":
      give("text", staged, 0, 0, "", 0, shown === null ? "" : text(bytes));
      break;
    case "time":
      give("time", staged, 0, 0, "", staged.time, "");
      break;
    case "list":
      list.start();
      while (list.next(bytes)) {
        const unit = unitOf(list.unit, () => text(bytes.subarray(list.unitFrom, list.unitTo)));
        give("entry", staged, list.value, list.decimals, unit, list.time, "");
      }
  }
}

function take(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length;) {
    at = Math.max(reader.read(bytes, at), at + 1);
    if (reader.outcome === "telegram") {
      meter.take(staging, reader.identification());
      for (let i = 0; i < staging.count; i++) {
        giveAll(staging.readings[i]);
      }
      return true;
    }
  }
  return false;
}

utf8(""); // The library is loaded before anything is timed.
const telegram = Uint8Array.from(readFileSync(process.argv[2] ?? ""));
shown = [];
const good = take(telegram);
process.stdout.write(`${shown.join("\n")}\nend\t${good ? "good" : "bad"}\n`);
shown = null;
for await (const line of createInterface({ input: process.stdin })) {
  const start = process.hrtime.bigint();
  let goods = 0;
  for (let i = 0; i < Number(line); i++) {
    goods += take(telegram) ? 1 : 0;
  }
  process.stdout.write(`took\t${String(process.hrtime.bigint() - start)}\t${goods}\n`);
}
