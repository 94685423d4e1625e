/** Loads the example as the desk loads the device, uses every crossing once and prints what came out of it. */
import { fileURLToPath } from "node:url";
import { loadNative } from "../../../tools/desk/engine/native.ts";

const sent: string[] = [];
const kept: Uint8Array[] = [];

const echo = {
  send(tone: string, bytes: Uint8Array, number: number): boolean {
    sent.push(`${tone} ${Buffer.from(bytes).toString("latin1")} ${number}`);
    kept.push(bytes);
    return bytes.length > 0;
  },
  fill(into: Uint8Array): number {
    into.fill(3);
    return into.length;
  },
  toneOf(value: number): string {
    if (value === 99) {
      throw new Error("no such tone");
    }
    return value > 10 ? "high" : "low";
  },
};

const entries = await loadNative({
  folder: process.argv[3] ?? fileURLToPath(new URL(".", import.meta.url)),
  module: "example",
  cache: process.argv[2] ?? "",
  driver: () => Promise.resolve(echo),
  say: (line) => console.log(line),
});
const { send, sum, tone, stop } = entries;
if (!send || !sum || !tone || !stop) {
  throw new Error(`entries: ${Object.keys(entries).join()}`);
}
console.log(send(Buffer.from("watt"), 2 ** 53 - 2), send(new Uint8Array(0), -5));
console.log(sent.join("; "));
console.log("kept", Buffer.from(kept[0] ?? []).toString("hex"));
console.log("sum", sum(10), sum(64), sum(0));
console.log("tone", tone("low", 50), tone("high", 50), tone("high", 5));
for (const attempt of [() => tone("high", 99), () => tone("shrill", 1)]) {
  try {
    attempt();
  } catch (error) {
    console.log("threw", (error as Error).message);
  }
}
stop(false);
stop(true);
console.log("still here");
