/** What may happen to a device. */

import { firmwareImage } from "../app/support/image.ts";
import { frameOf } from "../app/support/frame.ts";
import type { Random } from "../differential/random.ts";
import type { BrokerMode, NetworkMode } from "./house.ts";
import { crcOf } from "./meter.ts";
import type { World } from "./world.ts";

/** One thing that happens: so many milliseconds after the one before, with a number from which its details follow. */
export interface Event {
  readonly kind: Kind;
  readonly after: number;
  readonly detail: number;
}

/** What may happen, and how often beside the others. */
const WEIGHTS = {
  "network-down": 4,
  "broker-unreachable": 3,
  "broker-refuses": 2,
  "broker-silent": 2,
  "broker-deaf": 2,
  "broker-drops": 3,
  "broker-restarts": 3,
  "broker-unacknowledging": 3,
  "broker-slow": 2,
  "outbox-full": 5,
  "meter-silent": 4,
  "meter-replaced": 2,
  "meter-clock-jumps": 2,
  burst: 4,
  "wrong-crc": 5,
  "cut-off": 4,
  noise: 3,
  "no-crc": 2,
  "line-too-long": 2,
  "line-unreadable": 2,
  encrypted: 1,
  "total-glitches": 4,
  message: 2,
  "hours-pass": 3,
  "long-outage": 5,
  "clock-jumps": 2,
  "power-cut": 4,
  "settings-changed": 6,
  "broker-mistyped": 3,
  "flash-fails": 2,
  "command-restart": 2,
  "command-other": 3,
  "home-assistant-starts": 2,
  "update-whole": 3,
  "update-broken": 3,
  "update-refused": 1,
} as const;

export type Kind = keyof typeof WEIGHTS;

export const KINDS = Object.keys(WEIGHTS) as Kind[];

/** How many events a schedule has on the average. */
export const MEAN = 20;

/** A schedule by chance: 10 to 30 events, most of them close to each other. */
export function scheduleOf(random: Random): Event[] {
  const choices = KINDS.map((kind) => [WEIGHTS[kind], kind] as const);
  return Array.from({ length: random.between(MEAN / 2, MEAN + MEAN / 2) }, () => ({
    kind: random.weighted(choices),
    after: random.chance(70) ? random.below(12_000) : random.below(80_000),
    detail: random.below(2 ** 30),
  }));
}

/** Values for settings that change how the device works, and not what it is connected to. */
const VALUES: readonly (readonly [string, readonly string[]])[] = [
  ["root_topic", ["p1_meter", "house/meter", "p1"]],
  ["interval_min", ["10", "30", "60"]],
  ["interval_power", ["5", "10", "20"]],
  ["interval_all", ["30", "60", "300"]],
  ["interval_statistics", ["60", "120"]],
  ["changed_only", ["on", "off"]],
  ["publish_as_json", ["on", "off"]],
  ["guard_totals", ["on", "on", "off"]],
  ["history_quarters", ["2", "4", "192", "0"]],
  ["retain", ["on", "off"]],
  ["qos", ["0", "1", "2"]],
  ["discovery", ["on", "off"]],
  ["device_name", ["P1 meter", "Zähler \u{1f50c}", "meter"]],
];

const NO_TELEGRAM = Array.from({ length: 94 }, (_, at) => 33 + at).filter((byte) => byte !== 47);
const FRAME = frameOf("/no key for this");

function lasts(detail: number): number {
  return detail % 3 === 0 ? 200_000 + (detail % 100_000) : 1000 + (detail % 60_000);
}

/** The broker is so for a while, and then as it should be. */
function breakBroker(world: World, mode: BrokerMode, detail: number): void {
  world.house.setBroker(mode);
  world.later(lasts(detail), () => {
    if (world.house.brokerMode === mode) {
      world.house.setBroker("good");
    }
  });
}

/** The broker is away for hours; when it is back it is slow, and mostly gone once more before it has all that waited. */
async function outlast(world: World, detail: number): Promise<void> {
  const { house } = world;
  house.setBroker("unreachable");
  await world.pass(1_000_000 + (detail % 6_000_000), 30_000);
  house.setBroker("good");
  if (detail % 4 !== 0) {
    house.acknowledgeMs = 1000;
    world.later(2000 + (detail % 15_000), () => house.loseConnection());
    world.later(30_000, () => {
      house.acknowledgeMs = 50;
    });
  }
}

/** Makes it happen. */
export async function happen(world: World, { kind, detail }: Event): Promise<void> {
  const { house, port, chip, clock } = world;
  const { meter } = port;
  switch (kind) {
    case "network-down": {
      const mode = (["not-found", "no-address", "no-cable"] as const)[detail % 3] as NetworkMode;
      house.loseNetwork(mode);
      return world.later(lasts(detail), () => {
        house.networkMode = "good";
      });
    }
    case "broker-unreachable":
      return breakBroker(world, "unreachable", detail);
    case "broker-refuses":
      return breakBroker(world, detail % 2 === 0 ? "refused" : "wrong-login", detail);
    case "broker-silent":
      return breakBroker(world, "timeout", detail);
    case "broker-deaf":
      return breakBroker(world, "deaf", detail);
    case "broker-drops":
      return house.loseConnection();
    case "broker-restarts":
      house.retained.clear();
      return breakBroker(world, "unreachable", detail % 3);
    case "broker-unacknowledging":
      house.acknowledges = false;
      return world.later(lasts(detail), () => {
        house.acknowledges = true;
      });
    case "broker-slow":
      house.acknowledgeMs = 1000 + (detail % 20_000);
      return world.later(lasts(detail), () => {
        house.acknowledgeMs = 50;
      });
    case "outbox-full":
      house.room = detail % 40;
      return world.later(lasts(detail) / 4, () => {
        house.room = Infinity;
      });
    case "meter-silent":
      port.speaks = false;
      return world.later(lasts(detail), () => {
        port.speaks = true;
      });
    case "meter-replaced":
      return meter.replace();
    case "meter-clock-jumps":
      meter.ahead += (detail % 2 === 0 ? 1 : -1) * (detail % 5 === 0 ? 86_400 : detail % 2000);
      return;
    case "burst":
      return port.burst(2 + (detail % 4));
    case "wrong-crc": {
      // A digit of the power is another one: the line is right, and the CRC is not.
      const telegram = meter.telegram(clock.utc());
      const at = telegram.bytes.indexOf("1-0:1.7.0(") + 10 + (detail % 2);
      telegram.bytes[at] = 48 + ((telegram.bytes[at] - 48 + 1 + (detail % 9)) % 10);
      return port.refused("err_crc", telegram.bytes);
    }
    case "cut-off": {
      const { bytes, head, end } = meter.telegram(clock.utc());
      return port.cut(bytes.subarray(0, head + (detail % (end - head))));
    }
    case "noise":
      return port.noise(Buffer.from(Array.from({ length: 1 + (detail % 60) }, () => world.random.pick(NO_TELEGRAM))));
    case "no-crc": {
      const { bytes, end } = meter.telegram(clock.utc());
      return port.refused("err_no_crc", Buffer.concat([bytes.subarray(0, end + 1), Buffer.from("\r\n")]));
    }
    case "line-too-long": {
      const { bytes, head } = meter.telegram(clock.utc());
      const line = Buffer.alloc(5000, "0-0:96.13.0(4");
      world.judge.isNoiseKnown = false;
      return port.refused("err_too_long", Buffer.concat([bytes.subarray(0, head), line, Buffer.from("\r\n")]));
    }
    case "line-unreadable": {
      const telegram = meter.telegram(clock.utc());
      const { bytes, end } = telegram;
      const body = Buffer.concat([bytes.subarray(0, end), Buffer.from("0-0:1.0.0(2601xx120000W)\r\n!")]);
      const crc = Buffer.from(`${crcOf(body, body.length)}\r\n`);
      world.judge.counts.lines_skipped++;
      return port.say({ ...telegram, bytes: Buffer.concat([body, crc]) });
    }
    case "encrypted":
      // Inside of a plain telegram nobody looks for one: no meter sends both.
      return world.judge.isCut ? undefined : port.refused("err_encrypted", FRAME);
    case "total-glitches":
      return port.say(meter.telegram(clock.utc(), detail % 2 === 0 ? "zero" : "jump"));
    case "message":
      meter.message = detail % 3 === 0 ? "" : `message ${detail} ${"x".repeat(detail % 500)}`;
      return;
    case "hours-pass":
      return world.pass(900_000 + (detail % 6_000_000), 30_000);
    case "long-outage":
      return outlast(world, detail);
    case "clock-jumps":
      clock.utcAtZero += (detail % 2 === 0 ? 1 : -1) * (detail % 100_000);
      return;
    case "power-cut":
      return world.powerCut();
    case "settings-changed": {
      for (let i = 0; i <= detail % 3; i++) {
        const [name, values] = world.random.pick(VALUES);
        world.configure(name, world.random.pick(values));
      }
      return;
    }
    case "broker-mistyped":
      // What never worked since the start has nothing to go back to.
      if (house.connected) {
        world.mistype(String(1884 + (detail % 100)));
      }
      return;
    case "flash-fails":
      chip.flash.fails = true;
      return world.configure("interval_min", String(10 + (detail % 50)));
    case "command-restart":
      world.command("restart");
      return world.later(detail % 12_000, () => world.command(detail % 2 === 0 ? "identify" : "resend"));
    case "command-other":
      return world.command((["resend", "cancel", "identify"] as const)[detail % 3]);
    case "home-assistant-starts":
      return world.birth();
    case "update-whole": {
      const version = `2.${detail % 1000}.0`;
      return chip.send({ bytes: firmwareImage({ version, size: 2000 + (detail % 6000) }), version, how: "whole" });
    }
    case "update-broken": {
      const how = (["breaks", "damaged", "flash"] as const)[detail % 3];
      return chip.send({ bytes: firmwareImage({ version: "9.0.0" }), version: "9.0.0", how });
    }
    case "update-refused": {
      const wrong = detail % 2 === 0 ? { version: "0.0.1" } : { version: "9.9.9", chip: 9 };
      return chip.send({ bytes: firmwareImage(wrong), version: wrong.version, how: "whole" });
    }
  }
}
