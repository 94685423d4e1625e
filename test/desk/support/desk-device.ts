import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EngineName } from "../../../tools/desk/engine/engine.ts";
import { PASSWORD, SETTINGS_OF_ALL, type Check, type Device } from "../checks/device.ts";
import { DeskProcess } from "./desk-process.ts";

/** The desk as what the checks need, with the built-in simulator and the broker inside. */
export class DeskDevice implements Device, AsyncDisposable {
  private readonly state = mkdtempSync(join(tmpdir(), "p1-state-"));
  private readonly engine: EngineName;
  private desk: DeskProcess | null = null;
  private page = "";

  static async start(engine: EngineName, { isOwned = false, settings = {} }: Check): Promise<DeskDevice> {
    const device = new DeskDevice(engine);
    const login: Record<string, string> = isOwned ? { login_password: PASSWORD } : {};
    await device.powerOn({ ...SETTINGS_OF_ALL, ...settings, ...login });
    if (isOwned) {
      await device.wrote(/The page's password was set\./);
    }
    return device;
  }

  private constructor(engine: EngineName) {
    this.engine = engine;
  }

  private async powerOn(settings: Readonly<Record<string, string>>): Promise<void> {
    const set = Object.entries(settings).flatMap(([name, value]) => ["--set", `${name}=${value}`]);
    this.desk = new DeskProcess(["--http", "0", "--engine", this.engine, "--state", this.state, ...set]);
    this.page = (await this.desk.wrote(/page: +(http:\/\/127\.0\.0\.1:\d+)/))[1];
    await this.desk.wrote(/^p1_meter\/instant/m);
  }

  get at(): string {
    return this.page;
  }

  async wrote(pattern: RegExp): Promise<unknown> {
    return this.desk?.wrote(pattern);
  }

  async restart(): Promise<void> {
    await this.desk?.stop();
    await this.powerOn({});
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.desk?.[Symbol.asyncDispose]();
    rmSync(this.state, { recursive: true });
  }
}
