/** The mosquitto that devices are measured at: what it uses, and that it can be killed. */

import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Failure } from "../../desk/failure.ts";
import { fails, listening } from "../desk.ts";

/** Ticks per second in /proc: `getconf CLK_TCK`, on Linux always the same. */
const TICKS = 100;

/** A mosquitto at a port of its own. */
export class Broker {
  readonly port: number;
  private readonly folder = mkdtempSync(join(tmpdir(), "p1-growth-broker-"));
  private child: ChildProcess | null = null;

  constructor(port: number) {
    this.port = port;
    const lines = [`listener ${String(port)} 127.0.0.1`, "allow_anonymous true", "persistence false", "sys_interval 1"];
    writeFileSync(join(this.folder, "mosquitto.conf"), `${lines.join("\n")}\n`);
  }

  async start(): Promise<void> {
    process.once("exit", this.abandon);
    this.child = spawn("mosquitto", ["-c", join(this.folder, "mosquitto.conf")], { stdio: "ignore" });
    if (await fails(this.child)) {
      throw new Failure("Devices are measured with mosquitto, which this machine has not: apt install mosquitto");
    }
    await listening(this.port);
  }

  /** Milliseconds of one processor since it started, and MiB. */
  used(): { readonly processor: number; readonly memory: number } {
    const folder = `/proc/${String(this.child?.pid)}`;
    const fields = readFileSync(`${folder}/stat`, "utf8")
      .replace(/^.*\) /, "")
      .split(" ");
    const memory = Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`${folder}/status`, "utf8"))?.[1] ?? NaN);
    return { processor: ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS, memory: memory / 1024 };
  }

  /** Kills it, as a power cut does. */
  async kill(): Promise<void> {
    if (this.child?.kill("SIGKILL") === true) {
      await once(this.child, "close");
    }
    this.child = null;
  }

  /** The bench is ended from outside: nothing of it stays. */
  private readonly abandon = (): void => {
    this.child?.kill("SIGKILL");
    rmSync(this.folder, { recursive: true, force: true });
  };

  async close(): Promise<void> {
    await this.kill();
    process.off("exit", this.abandon);
    rmSync(this.folder, { recursive: true, force: true });
  }
}
