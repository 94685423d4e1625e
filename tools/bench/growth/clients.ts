/** What programs at the telegram port cost: the desk with none, some, and more than it serves, one of which may never read. */

import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../desk.ts";
import type { ClientsFigure } from "./figures.ts";
import { clockOf } from "./messages.ts";
import { bundleMeter, Meter, now, quantile } from "./meters.ts";

/** How many of them, of how many that are allowed (undefined: as many as the device says), and how many of them never read. */
export interface Setup {
  readonly clients: number;
  readonly idle: number;
  readonly allowed?: number;
}

/** The device serves four; more are refused, and served by a copy whose limit is higher. */
export const SETUPS: readonly Setup[] = [
  ...[0, 1, 2, 3, 4, 6].map((clients) => ({ clients, idle: 0 })),
  { clients: 4, idle: 1 },
  ...[8, 16].map((clients) => ({ clients, idle: 0, allowed: 16 })),
];

/** A telegram every so many milliseconds, so many for each measurement; more where what nobody reads has to fill the kernel's buffers. */
const EVERY_MS = 10;
const TELEGRAMS = 500;
const TELEGRAMS_UNREAD = 6000;
const WARM_UP = 50;
/** A client that does not come within this time is told. */
const PATIENCE_MS = 30_000;

/** A client, and when each telegram was whole there, by the meter's clock. */
class Client {
  readonly ends = new Map<string, number>();
  bytes = 0;
  private readonly socket: Socket;

  static async at(port: number, reads: boolean): Promise<Client> {
    const socket = connect(port, "127.0.0.1");
    const client = new Client(socket, reads);
    await once(socket, "connect", { signal: AbortSignal.timeout(PATIENCE_MS) });
    return client;
  }

  private constructor(socket: Socket, reads: boolean) {
    this.socket = socket;
    socket.on("error", () => undefined); // One that is refused.
    if (!reads) {
      socket.pause();
      return;
    }
    let text = "";
    socket.on("data", (part: Buffer) => {
      this.bytes += part.length;
      const telegrams = (text + part.toString("latin1")).split(/(?<=![0-9A-F]{4}\r\n)/);
      text = telegrams.at(-1)?.includes("!") === true ? "" : (telegrams.pop() ?? "");
      for (const telegram of telegrams) {
        this.ends.set(clockOf(telegram), now());
      }
    });
  }

  /** What came so far does not count. Gives its bytes. */
  restart(): number {
    this.ends.clear();
    return this.bytes;
  }

  close(): void {
    this.socket.destroy();
  }
}

async function measureOne(program: string, setup: Setup): Promise<ClientsFigure> {
  const state = mkdtempSync(join(tmpdir(), "p1-growth-"));
  const port = await freePort();
  const ends = new Map<string, number>();
  const events: string[] = [];
  const settings = [
    ["broker_host", ""],
    ["simulator", "off"],
    ["telegram_port", String(port)],
  ] as const;
  const clients: Client[] = [];
  const meter = await Meter.start(program, { chip: 1, state, settings, every: EVERY_MS }, (message) => {
    if (message.kind === "telegram") {
      ends.set(message.clock, message.at);
    } else if (message.kind === "event") {
      events.push(message.what);
    }
  });
  try {
    for (let i = 0; i < setup.clients; i++) {
      clients.push(await Client.at(port, i >= setup.idle));
    }
    // Then the device is warm, and who is refused knows it.
    const before = await meter.reached((await meter.usage()).telegrams + WARM_UP);
    ends.clear();
    const start = clients.map((client) => client.restart());
    const { telegrams, processor } = await meter.reached(
      before.telegrams + (setup.idle > 0 ? TELEGRAMS_UNREAD : TELEGRAMS),
    );
    const count = telegrams - before.telegrams;
    const served = clients.filter(({ ends: seen }) => seen.size > 0);
    const delays = [...ends].flatMap(([clock, at]) => {
      const seen = served.map((client) => client.ends.get(clock) ?? NaN);
      return seen.length > 0 && !seen.some(Number.isNaN) ? [Math.max(...seen) - at] : [];
    });
    return {
      ...setup,
      refused: events.filter((what) => what === "was refused").length,
      dropped: events.filter((what) => what === "was dropped").length,
      served: served.length,
      telegrams: count,
      bytesOut: clients.reduce((sum, client, i) => sum + client.bytes - (start[i] ?? 0), 0),
      processor: (processor - before.processor) / count,
      ...(delays.length === 0 ? {} : { median: quantile(delays, 0.5), late: quantile(delays, 0.99) }),
    };
  } finally {
    clients.forEach((client) => client.close());
    await meter.stop();
    rmSync(state, { recursive: true, force: true });
  }
}

/** Measures the desk with these clients, one after the other. */
export async function measureClients(setups: readonly Setup[], say: (line: string) => void): Promise<ClientsFigure[]> {
  const figures: ClientsFigure[] = [];
  for (const setup of setups) {
    say(`clients: ${String(setup.clients)}, of which ${String(setup.idle)} never read`);
    figures.push(await measureOne(await bundleMeter(setup.allowed), setup));
  }
  return figures;
}
