/** One device as a process of its own: the desk with its C, as it is installed. It tells the bench what it does and what that costs. */

import { Desk } from "../../desk/desk.ts";
import { host as system } from "../../desk/platform/system.ts";
import { Loopback } from "../../desk/serial/loopback.ts";
import type { Receive, Wire } from "../../desk/serial/wire.ts";
import { Simulator } from "../../../ts/simulator/simulator.ts";
import { clockOf, type FromMeter, type MeterOptions, type ToMeter } from "./messages.ts";

/** So many telegrams are different. */
const DIFFERENT = 600;
/** 2026-01-22 13:16:18 UTC. */
const MOMENT = 1769087778;

const options = JSON.parse(process.argv[2] ?? "{}") as MeterOptions;
let [sent, bytes, telegrams] = [0, 0, 0];
let tail = "";
let isSilent = false;

function tell(message: FromMeter): void {
  process.send?.(message);
}

/** Milliseconds of the clock that all processes of this computer share. */
function now(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

/** Looks at what arrives on the wire, and tells when a telegram ends. */
function watched(receive: Receive): Receive {
  return (part) => {
    if (isSilent) {
      return;
    }
    tail = (tail + Buffer.from(part).toString("latin1")).slice(-4096);
    const end = /!(?:[0-9A-F]{4})\r\n$/.exec(tail);
    receive(part);
    if (end !== null) {
      telegrams++;
      tell({ kind: "telegram", at: now(), clock: clockOf(tail) });
      tail = "";
    }
  };
}

/** A meter that sends these telegrams again and again. They are made beforehand, so that making them costs nothing later. */
class QuickMeter implements Wire {
  private timer: NodeJS.Timeout | undefined;
  private next = 0;
  private readonly receive: Receive;
  private readonly every: number;
  private readonly telegrams: readonly Uint8Array[];

  constructor(receive: Receive, every: number) {
    this.receive = receive;
    this.every = every;
    const simulator = new Simulator();
    simulator.seed(1);
    this.telegrams = Array.from({ length: DIFFERENT }, (_, i) => Uint8Array.from(simulator.next("nl5", 1, MOMENT + i)));
  }

  start(): void {
    this.timer ??= setInterval(() => {
      this.receive(Uint8Array.from(this.telegrams[this.next % DIFFERENT]));
      this.next++;
    }, this.every);
  }

  write(): boolean {
    return true;
  }

  requested(): boolean {
    return false;
  }

  dataRequest(): void {}

  close(): void {
    clearInterval(this.timer);
  }
}

system.setChipId(options.chip);
const desk = await Desk.start({
  engine: "c",
  wire: (receive) =>
    options.every === undefined ? new Loopback(watched(receive)) : new QuickMeter(watched(receive), options.every),
  settings: options.settings,
  http: { address: "127.0.0.1", port: 0, orFree: true },
  air: null,
  state: options.state,
  published: (topic, payload) => {
    sent++;
    bytes += Buffer.byteLength(topic) + Buffer.byteLength(payload);
  },
  logged: (_level, line) => {
    const [what] = /is connected|was dropped|was refused/.exec(line) ?? [];
    if (what !== undefined) {
      tell({ kind: "event", at: now(), what });
    }
  },
  say: () => undefined,
  failed: (failure) => {
    process.stderr.write(`${failure.message}\n`);
    process.exit(1);
  },
});

process.on("message", (message: ToMeter) => {
  if (message === "hush" || message === "speak") {
    isSilent = message === "hush";
    return;
  }
  if (message === "stop") {
    void desk.stop().then(() => {
      tell({ kind: "usage", processor: 0, memory: 0, sent, bytes, telegrams });
      process.disconnect();
    });
    return;
  }
  const { user, system: kernel } = process.cpuUsage();
  const memory = process.memoryUsage().rss / 2 ** 20;
  tell({ kind: "usage", processor: (user + kernel) / 1000, memory, sent, bytes, telegrams });
});
// Who started it is gone, or has told it to stop.
process.on("disconnect", () => process.exit(0));
tell({ kind: "ready" });
