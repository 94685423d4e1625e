import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildFirmware, makeFlash, missingForBuild, writeFlash } from "../../../tools/qemu/build.ts";
import { HOST_ADDRESS, Machine, missingForRun, type Ports } from "../../../tools/qemu/machine.ts";
import type { Value } from "../../../tools/settings/image.ts";
import { pythonWith } from "../../../tools/test/python.ts";
import { freePort } from "../../desk/support/free-port.ts";
import { until, type Waiter } from "../../desk/support/until.ts";

/** Where the device may serve telegrams: the setting `telegram_port` of a check. */
export const TELEGRAM_PORT = 2323;

/** A folder with a firmware for QEMU that was built before; without it one is built. */
const BUILT = process.env.P1_FIRMWARE;

/** For `node:test`'s option `skip`: why this machine can't run the firmware, in one line; false when it can. */
export function boardSkip(): string | false {
  const python = pythonWith("esp-idf-nvs-partition-gen==0.2.0");
  return (
    (BUILT === undefined ? missingForBuild() : null) ?? missingForRun() ?? ("skip" in python ? python.skip : false)
  );
}

/** A board in QEMU, whose flash outlives its power. */
export class Board implements AsyncDisposable {
  private readonly folder = mkdtempSync(join(tmpdir(), "p1-board-"));
  private readonly flash = join(this.folder, "flash.bin");
  private readonly waiters = new Set<Waiter>();
  private ports: Ports = { http: 0, uart: 0, telegrams: [0, TELEGRAM_PORT] };
  private machine: Machine | null = null;
  private console = "";
  /** The image that runs at first. */
  readonly image: Buffer;

  /** Switches a new board on that has these settings, and its broker at this port of this computer. */
  static async start(brokerPort: number, settings: Readonly<Record<string, Value>> = {}): Promise<Board> {
    const firmware = BUILT ?? buildFirmware();
    const flash = makeFlash(firmware, { broker_host: HOST_ADDRESS, broker_port: brokerPort, ...settings });
    const board = new Board(flash, readFileSync(join(firmware, "p1_meter.bin")));
    await board.powerOn();
    return board;
  }

  private constructor(flash: Buffer, image: Buffer) {
    writeFlash(flash, this.flash);
    this.image = image;
  }

  private async powerOn(): Promise<void> {
    // Others than before: a connection that was kept alive did not outlive the power.
    this.ports = {
      http: await freePort(),
      uart: await freePort(),
      telegrams: [await freePort(), TELEGRAM_PORT],
    };
    this.machine = await Machine.start(this.flash, this.ports, (text) => {
      this.console += text;
      this.waiters.forEach((waiter) => waiter());
    });
  }

  /** Where its pages are: elsewhere after each time that the power was cut. */
  get page(): string {
    return `http://127.0.0.1:${this.ports.http}`;
  }

  /** Where its telegram port is. */
  get telegramPort(): number {
    return this.ports.telegrams?.[0] ?? 0;
  }

  /** Types at the console. */
  type(text: string | Uint8Array): void {
    this.machine?.type(text);
  }

  /** Sends bytes to UART1, as the meter does. */
  async send(bytes: Uint8Array): Promise<void> {
    await this.machine?.send(bytes);
  }

  /** Waits until the console has shown something like `pattern` so often, and gives the last match. */
  wrote(pattern: RegExp, times = 1): Promise<RegExpExecArray> {
    const all = new RegExp(pattern.source, `${pattern.flags.replace("g", "")}g`);
    return until(
      this.waiters,
      () => [...this.console.matchAll(all)][times - 1] ?? null,
      () => `${String(pattern)} on the console, which shows:\n${this.console}`,
    );
  }

  /** The last match of something that the console has shown, or will. */
  async last(pattern: RegExp): Promise<RegExpExecArray> {
    const first = await this.wrote(pattern);
    return [...this.console.matchAll(new RegExp(pattern.source, "g"))].at(-1) ?? first;
  }

  /** The power goes, and comes back; what the console has shown is forgotten. */
  async cutPower(): Promise<void> {
    await this.machine?.stop();
    this.console = "";
    await this.powerOn();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.machine?.stop();
    rmSync(this.folder, { recursive: true });
  }
}
