import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { EngineName } from "../../tools/desk/engine/engine.ts";
import { needs } from "../../tools/test/needs.ts";
import { connectedBench, telegram } from "./support/device.ts";

const PROFILES = ["nl22", "nl42", "nl5", "be", "lu", "se", "hu", "ch"];

/** Something that a driver does to the device, or time that passes. */
type Happening =
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  | { readonly kind: "pass"; readonly seconds: number }
  | { readonly kind: "room"; readonly messages: number }
  | { readonly kind: "message"; readonly payload: Uint8Array; readonly retained: boolean }
  | { readonly kind: "lost" | "connected" | "unreachable" | "down" | "up" }
  | { readonly kind: "set"; readonly name: string; readonly value: string };

const line = fc.oneof(
  fc
    .tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 9 }))
    .map(([c, e]) => `1-0:${c}.7.${e}(001.5*kW)`),
  fc.nat(999999).map((value) => `1-0:1.8.1(${value}.${value % 1000}*kWh)`),
  fc.uint8Array({ maxLength: 40 }).map((bytes) => `0-0:96.13.0(${Buffer.from(bytes).toString("hex")})`),
  fc.string({ maxLength: 30 }).map((text) => `1-0:2.8.1(${text})`),
  fc.constantFrom(
    "0-0:1.0.0(260705130000S)",
    "0-1:24.1.0(003)",
    "0-1:24.2.1(260705130000S)(00012.100*m3)",
    "1-0:99.97.0(1)(0-0:96.7.19)(240112152415W)(0000000240*s)",
    "0-0:98.1.0(1)(1-0:1.6.0)(1-0:1.6.0)(260501000000S)(260423192538S)(03.695*kW)",
    "0-0:96.1.4(50217)",
    "no code at all",
  ),
);

const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.array(line, { maxLength: 12 }).map((lines) => ({ kind: "bytes" as const, bytes: Buffer.from(telegram(lines)) })),
  fc.uint8Array({ maxLength: 60 }).map((bytes) => ({ kind: "bytes" as const, bytes })),
  fc.integer({ min: 1, max: 90 }).map((seconds) => ({ kind: "pass" as const, seconds })),
  fc.nat(8).map((messages) => ({ kind: "room" as const, messages })),
  fc
    .tuple(fc.oneof(fc.constant(Buffer.from("resend")), fc.uint8Array({ maxLength: 40 })), fc.boolean())
    .map(([payload, retained]) => ({ kind: "message" as const, payload, retained })),
  fc.constantFrom(
    ...(["lost", "connected", "unreachable", "down", "up"] as const).map((kind) => ({ kind })),
    { kind: "set" as const, name: "publish_as_json", value: "on" },
    { kind: "set" as const, name: "changed_only", value: "off" },
    { kind: "set" as const, name: "interval_min", value: "5" },
    { kind: "set" as const, name: "splitter", value: "arriving" },
    { kind: "set" as const, name: "splitter", value: "checked" },
    { kind: "set" as const, name: "simulator", value: "on" },
    { kind: "set" as const, name: "simulator_profile", value: "be" },
    { kind: "set" as const, name: "broker_port", value: "99999" },
    { kind: "set" as const, name: "root_topic", value: "elsewhere" },
  ),
);

/** All that is seen of a device to which these things happen. */
async function trace(engine: EngineName, story: readonly Happening[]): Promise<unknown[]> {
  const bench = await connectedBench({ interval_statistics: "120" }, engine);
  const lights: string[][] = [];
  for (const one of story) {
    switch (one.kind) {
      case "bytes":
        bench.hear(one.bytes);
        break;
      case "pass":
        await bench.pass(one.seconds * 1000);
        break;
      case "room":
        bench.room = one.messages;
        break;
      case "message":
        bench.send("p1_meter/command", one.payload, one.retained);
        break;
      case "down":
      case "up":
        bench.network(one.kind);
        break;
      case "set":
        bench.configure(one.name, one.value);
        break;
      default:
        bench.broker(one.kind);
        break;
    }
    lights.push(bench.lights());
  }
  // Free memory is the one figure that no two runs share.
  const messages = bench.messages.filter(({ topic }) => !topic.endsWith("/mem_free"));
  return [messages, bench.log, bench.attempts, bench.will, bench.subscriptions, bench.written.map(String), lights];
}

test(
  "the generated C and the TypeScript do the same, whatever happens to the device",
  { skip: needs("cc") },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 5, maxLength: 40 }), async (story) => {
        assert.deepEqual(await trace("c", story), await trace("ts", story));
      }),
      { numRuns: 30 },
    );
  },
);

test("both simulate the same meters", { skip: needs("cc") }, async () => {
  for (const profile of PROFILES) {
    const sent: string[] = [];
    for (const engine of ["c", "ts"] as const) {
      const bench = await connectedBench(
        { simulator: "on", simulator_profile: profile, simulator_period: "60" },
        engine,
      );
      await bench.pass(3_600_000);
      sent.push(bench.written.map(String).join(""));
    }
    assert.ok(sent[0] === sent[1] && sent[0] !== "", profile);
  }
});
