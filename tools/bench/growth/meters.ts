/** Starts devices as processes of their own, and hears them. */

import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { build } from "esbuild";
import { Failure } from "../../desk/failure.ts";
import { DESK_BUNDLE, ROOT } from "../../install/desk-bundle.ts";
import type { FromMeter, MeterOptions, ToMeter, Usage } from "./messages.ts";

const BUILD = join(ROOT, "build", "bench", "growth");
/** Who has not started, or not answered, by then hangs. */
const PATIENCE_MS = 120_000;

/** The clock that all processes of this computer share, in milliseconds. */
export function now(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

/** The value that so large a part of the values does not exceed. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? NaN;
}

/**
 * Bundles the desk as `npm pack` does, and gives the program of one device. `clients` is how many the telegram port
 * of this copy takes, where that is not as many as the device says.
 */
export async function bundleMeter(clients?: number): Promise<string> {
  const out = join(BUILD, clients === undefined ? "meter" : `meter-${String(clients)}`);
  await build({
    ...DESK_BUNDLE,
    entryPoints: { meter: "tools/bench/growth/meter-process.ts", device: "ts/device.ts" },
    outdir: out,
    plugins:
      clients === undefined
        ? []
        : [
            {
              name: "more-clients",
              setup: (it) =>
                it.onLoad({ filter: /desk\/platform\/sockets\.ts$/ }, ({ path }) => moreClients(path, clients)),
            },
          ],
  });
  return join(out, "meter.js");
}

function moreClients(path: string, clients: number): { contents: string; loader: "ts" } {
  const source = readFileSync(path, "utf8");
  const limit = "clients.size >= most";
  if (!source.includes(limit)) {
    throw new Failure(`${path} has no \`${limit}\` any more: tools/bench/growth/meters.ts replaces it.`);
  }
  return { contents: source.replace(limit, `clients.size >= ${String(clients)}`), loader: "ts" };
}

/** One device. */
export class Meter {
  private readonly child: ChildProcess;
  private readonly listeners = new Set<(message: FromMeter) => void>();
  private readonly gone: Promise<never>;
  /** What it told of its last moment. */
  private last: Usage | null = null;

  /** Starts one, and waits until its device runs. */
  static async start(program: string, options: MeterOptions, hear: (message: FromMeter) => void): Promise<Meter> {
    mkdirSync(options.state, { recursive: true });
    const meter = new Meter(program, options);
    meter.listeners.add(hear);
    try {
      await meter.answer("ready");
    } catch (error) {
      await meter.kill();
      throw error;
    }
    return meter;
  }

  private constructor(program: string, options: MeterOptions) {
    this.child = fork(program, [JSON.stringify(options)], {
      execArgv: [],
      env: { ...process.env, CACHE_DIRECTORY: join(ROOT, "build", "desk") },
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    let said = "";
    this.child.stderr?.setEncoding("utf8").on("data", (text: string) => (said += text));
    this.child.on("message", (message: FromMeter) => {
      this.last = message.kind === "usage" ? message : this.last;
      this.listeners.forEach((listener) => listener(message));
    });
    this.gone = once(this.child, "close").then(([status]) => {
      throw new Failure(`A device ended with status ${String(status)}: ${said.slice(-500)}`);
    });
    this.gone.catch(() => undefined);
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** What it used since it started. */
  async usage(): Promise<Usage> {
    const answer = this.answer("usage");
    this.child.send("ask" satisfies ToMeter);
    return answer;
  }

  /** Waits until so many telegrams have ended on its wire, and gives what it used until then. */
  async reached(telegrams: number): Promise<Usage> {
    for (;;) {
      const usage = await this.usage();
      if (usage.telegrams >= telegrams) {
        return usage;
      }
      await setTimeout(200);
    }
  }

  /** Switches it off, and gives what it had sent when all of that had gone out. */
  async stop(): Promise<Usage> {
    const closed = this.gone.catch(() => undefined);
    this.child.send("stop" satisfies ToMeter);
    const hangs = globalThis.setTimeout(() => void this.kill(), PATIENCE_MS);
    await closed;
    clearTimeout(hangs);
    if (this.last === null) {
      throw new Failure("A device says nothing when it is stopped.");
    }
    return this.last;
  }

  /** Nothing arrives on its wire any more, or again. */
  hush(silent: boolean): void {
    this.child.send((silent ? "hush" : "speak") satisfies ToMeter);
  }

  /** Kills it, and waits until it is gone. */
  async kill(): Promise<void> {
    this.child.kill("SIGKILL");
    await this.gone.catch(() => undefined);
  }

  private async answer<K extends FromMeter["kind"]>(kind: K): Promise<Extract<FromMeter, { kind: K }>> {
    let listener: (message: FromMeter) => void = () => undefined;
    let hangs: NodeJS.Timeout | undefined;
    const answered = new Promise<Extract<FromMeter, { kind: K }>>((done, failed) => {
      listener = (message) => {
        if (message.kind === kind) {
          done(message as Extract<FromMeter, { kind: K }>);
        }
      };
      this.listeners.add(listener);
      hangs = globalThis.setTimeout(
        () => failed(new Failure(`A device says nothing for ${String(PATIENCE_MS / 1000)} s.`)),
        PATIENCE_MS,
      );
    });
    try {
      return await Promise.race([answered, this.gone]);
    } finally {
      clearTimeout(hangs);
      this.listeners.delete(listener);
    }
  }
}
