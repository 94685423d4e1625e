import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { freePort } from "./free-port.ts";

/** No start of it takes longer. */
const LIMIT_SECONDS = 60;

/** A row of an answer: the time in seconds since 1970, and the fields that were asked for. */
export type Row = readonly (number | string | null)[];

/** A real InfluxDB on a port of its own, with a database `home`. */
export class InfluxDb implements AsyncDisposable {
  readonly url: string;
  private readonly folder: string;
  private readonly child: ChildProcess;

  /** Starts it and waits until it answers. */
  static async start(): Promise<InfluxDb> {
    const database = new InfluxDb(await freePort(), await freePort());
    for (let tries = 0; tries < LIMIT_SECONDS * 10; tries++) {
      if (await database.query("CREATE DATABASE home").then(Boolean, () => false)) {
        return database;
      }
      await wait(100);
    }
    await database[Symbol.asyncDispose]();
    throw new Error(`influxd did not answer within ${LIMIT_SECONDS} s.`);
  }

  private constructor(port: number, backupPort: number) {
    this.url = `http://127.0.0.1:${port}`;
    this.folder = mkdtempSync(join(tmpdir(), "p1-influxdb-"));
    const file = join(this.folder, "influxdb.conf");
    const at = (name: string): string => JSON.stringify(join(this.folder, name));
    const lines = [
      "reporting-disabled = true",
      `bind-address = "127.0.0.1:${backupPort}"`,
      `[meta]\ndir = ${at("meta")}`,
      `[data]\ndir = ${at("data")}\nwal-dir = ${at("wal")}`,
      "[monitor]\nstore-enabled = false",
      `[http]\nbind-address = "127.0.0.1:${port}"`,
    ];
    writeFileSync(file, `${lines.join("\n")}\n`);
    this.child = spawn("influxd", ["-config", file], { stdio: "ignore" });
  }

  /** The rows that a statement in its language gives. */
  async query(statement: string): Promise<readonly Row[]> {
    const parameters = new URLSearchParams({ db: "home", epoch: "s", q: statement });
    const response = await fetch(`${this.url}/query?${parameters.toString()}`, { method: "POST" });
    const { results } = (await response.json()) as {
      readonly results: readonly { readonly series?: readonly { readonly values: readonly Row[] }[] }[];
    };
    return results[0]?.series?.[0]?.values ?? [];
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.child.exitCode === null) {
      this.child.kill("SIGKILL");
      await once(this.child, "close");
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}
