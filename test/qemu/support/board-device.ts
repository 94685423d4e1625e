import { pbkdf2Sync, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { startInsideBroker } from "../../../tools/desk/inside-broker.ts";
import { PASSWORD, SETTINGS_OF_ALL, type Check, type Device } from "../../desk/checks/device.ts";
import { Board } from "./board.ts";

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
  private readonly closeBroker: () => Promise<void>;

  static async start({ isOwned = false, settings = {} }: Check): Promise<BoardDevice> {
    const broker = await startInsideBroker();
    const login: Record<string, string> = isOwned ? { login_password: keptPassword(PASSWORD) } : {};
    const board = await Board.start(broker.port, { ...SETTINGS_OF_ALL, ...settings, ...login });
    const device = new BoardDevice(board, () => broker.close());
    await device.isReady();
    return device;
  }

  private constructor(board: Board, closeBroker: () => Promise<void>) {
    this.board = board;
    this.closeBroker = closeBroker;
    this.meter = setInterval(() => void board.send(TELEGRAM).catch(() => undefined), PERIOD_MILLISECONDS);
  }

  private async isReady(): Promise<void> {
    await this.board.wrote(/is connected\./);
    await this.board.wrote(/Telegrams arrive from ISK5/);
  }

  get at(): string {
    return this.board.page;
  }

  wrote(pattern: RegExp): Promise<unknown> {
    return this.board.wrote(pattern);
  }

  async restart(): Promise<void> {
    await this.board.runsFor(WRITING);
    await this.board.cutPower();
    await this.isReady();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.meter);
    await this.board[Symbol.asyncDispose]();
    await this.closeBroker();
  }
}
