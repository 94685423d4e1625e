import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EngineName } from "../../../tools/desk/engine/engine.ts";
import { PASSWORD, SETTINGS_OF_ALL, type Device, type Setup } from "../checks/device.ts";
import { DeskProcess } from "./desk-process.ts";
import { freePort } from "./free-port.ts";

/** The desk as what the checks need, with the built-in simulator and the broker inside unless they bring others. */
export class DeskDevice implements Device, AsyncDisposable {
  private readonly state = mkdtempSync(join(tmpdir(), "p1-state-"));
  private readonly engine: EngineName;
  private readonly setup: Setup;
  private desk: DeskProcess | null = null;
  private page = "";
  telegramPort = 0;

  static async start(engine: EngineName, setup: Setup): Promise<DeskDevice> {
    const device = new DeskDevice(engine, setup);
    const login: Record<string, string> = setup.isOwned === true ? { login_password: PASSWORD } : {};
    const port: Record<string, string> = {};
    if (setup.hasTelegramPort === true) {
      device.telegramPort = await freePort();
      port.telegram_port = String(device.telegramPort);
    }
    await device.powerOn({ ...SETTINGS_OF_ALL, ...setup.settings, ...login, ...port });
    if (setup.isOwned === true) {
      await device.wrote(/The page's password was set\./);
    }
    return device;
  }

  private constructor(engine: EngineName, setup: Setup) {
    this.engine = engine;
    this.setup = setup;
  }

  private async powerOn(settings: Readonly<Record<string, string>>): Promise<void> {
    const { telegrams, broker, hasConsole = false } = this.setup;
    const options = Object.entries(settings).flatMap(([name, value]) => ["--set", `${name}=${value}`]);
    if (telegrams !== undefined) {
      const file = join(this.state, "meter.txt");
      writeFileSync(file, telegrams.join(""), "latin1");
      options.push("--replay", file);
    }
    if (broker !== undefined) {
      options.push("--broker", `mqtt://127.0.0.1:${broker}`);
    }
    if (hasConsole) {
      options.push("--console");
    }
    this.desk = new DeskProcess(["--http", "0", "--engine", this.engine, "--state", this.state, ...options]);
    this.page = (await this.desk.wrote(/page: +(http:\/\/127\.0\.0\.1:\d+)/))[1];
    await this.desk.wrote(/MQTT broker \S+ is connected/);
    await this.desk.wrote(/Telegrams arrive/);
  }

  get at(): string {
    return this.page;
  }

  get metered(): Promise<unknown> {
    return this.wrote(/is at its end/);
  }

  async wrote(pattern: RegExp, times = 1): Promise<unknown> {
    return this.desk?.wrote(pattern, times);
  }

  type(text: string | Uint8Array): void {
    this.desk?.type(text);
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
