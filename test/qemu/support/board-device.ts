import { pbkdf2Sync, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { startInsideBroker } from "../../../tools/desk/inside-broker.ts";
import { PASSWORD, runsFor, SETTINGS_OF_ALL, type Device, type Setup } from "../../desk/checks/device.ts";
import { Board, TELEGRAM_PORT } from "./board.ts";

const TELEGRAM = readFileSync(resolve(import.meta.dirname, "..", "..", "..", "docs/examples/dsmr5.txt"));
const PERIOD_MILLISECONDS = 1000;
/** As long as a setting may be on its way to the flash, in seconds. */
const WRITING = 2;

/** A password as the setting `login_password` keeps it. */
export function keptPassword(password: string): string {
  const salt = randomBytes(16);
  return `p2${salt.toString("hex")}${pbkdf2Sync(password, salt, 10_000, 32, "sha256").toString("hex")}`;
}

/** The firmware in QEMU as what the checks need: with a meter at its port, and a broker on this computer. */
export class BoardDevice implements Device, AsyncDisposable {
  private readonly board: Board;
  private readonly meter: NodeJS.Timeout;
  private readonly close: () => Promise<void>;
  private readonly waiting: Buffer[] | null;
  private ended: () => void = () => undefined;
  readonly metered = new Promise<void>((end) => (this.ended = end));

  static async start(setup: Setup): Promise<BoardDevice> {
    const broker = setup.broker === undefined ? await startInsideBroker() : null;
    const login: Record<string, string> = setup.isOwned === true ? { login_password: keptPassword(PASSWORD) } : {};
    const settings: Record<string, string> = { ...SETTINGS_OF_ALL, ...setup.settings, ...login };
    if (setup.hasTelegramPort === true) {
      settings.telegram_port = String(TELEGRAM_PORT);
    }
    const board = await Board.start(setup.broker ?? broker?.port ?? 0, settings);
    const device = new BoardDevice(board, setup, async () => broker?.close());
    await device.isReady();
    return device;
  }

  private constructor(board: Board, { telegrams }: Setup, close: () => Promise<void>) {
    this.board = board;
    this.close = close;
    this.waiting = telegrams?.map((telegram) => Buffer.from(telegram, "latin1")) ?? null;
    this.meter = setInterval(() => void this.sendNext().catch(() => undefined), PERIOD_MILLISECONDS);
  }

  private async sendNext(): Promise<void> {
    const next = this.waiting === null ? TELEGRAM : this.waiting.shift();
    if (next === undefined) {
      this.ended();
    } else {
      await this.board.send(next);
    }
  }

  private async isReady(): Promise<void> {
    await this.board.wrote(/is connected\./);
    await this.board.wrote(/Telegrams arrive from/);
  }

  get at(): string {
    return this.board.page;
  }

  get telegramPort(): number {
    return this.board.telegramPort;
  }

  wrote(pattern: RegExp, times = 1): Promise<unknown> {
    return this.board.wrote(pattern, times);
  }

  type(text: string | Uint8Array): void {
    this.board.type(text);
  }

  async restart(): Promise<void> {
    await runsFor(this.at, WRITING);
    await this.board.cutPower();
    await this.isReady();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.meter);
    await this.board[Symbol.asyncDispose]();
    await this.close();
  }
}
