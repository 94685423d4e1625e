import { existsSync } from "node:fs";
import type { SerialPort } from "serialport";
import type { Frame } from "../../../ts/platform/serial.ts";
import { Failure, messageOf } from "../failure.ts";
import { host as clock } from "../platform/clock.ts";
import type { Receive, Wire } from "./wire.ts";

/** How much may wait to be sent. */
const CAPACITY = 4096;
/** How long a port that went away (a cable pulled out) is left alone before it is tried again. */
const REOPEN_MILLISECONDS = 2000;
/** How often it is looked whether an open port is still there. */
const WATCH_MILLISECONDS = 2000;

/** What a real port tells whoever wired it. */
export interface PortListener {
  readonly receive: Receive;
  /** It could not be opened at the start: nothing will ever arrive. */
  readonly failed: (failure: Failure) => void;
  /** It was opened, went away later, or came back. */
  readonly changed: (level: "info" | "warning", sentence: string) => void;
}

/** A serial port of this computer: a USB P1 cable, or a pseudo terminal. */
export class Port implements Wire {
  private readonly path: string;
  private readonly listener: PortListener;
  private port: SerialPort | null = null;
  private wasOpen = false;
  private closed = false;
  private wanted = false;
  private attempt = 0;
  private options: { readonly baud: number; readonly frame: Frame } = { baud: 115200, frame: "8N1" };

  constructor(path: string, listener: PortListener) {
    this.path = path;
    this.listener = listener;
  }

  start(baud: number, frame: Frame): void {
    this.options = { baud, frame };
    void this.open();
  }

  write(bytes: Uint8Array): boolean {
    const port = this.port;
    if (port === null || !port.isOpen || port.writableLength + bytes.length > CAPACITY) {
      return false;
    }
    port.write(Buffer.from(bytes));
    return true;
  }

  /** A USB cable has no line for it: whoever is wired to TX always reads. */
  requested(): boolean {
    return this.port?.isOpen === true;
  }

  /** The data request is the port's RTS line. A pseudo terminal has none, and says so, which changes nothing. */
  dataRequest(wanted: boolean): void {
    this.wanted = wanted;
    if (this.port?.isOpen === true) {
      this.port.set({ rts: wanted }, () => undefined);
    }
  }

  close(): void {
    this.closed = true;
    this.release();
  }

  /** Lets go of the port that is open, quietly. */
  private release(): void {
    const port = this.port;
    this.port = null;
    port?.removeAllListeners();
    port?.on("error", () => undefined);
    if (port?.isOpen === true) {
      port.close(() => undefined);
    }
  }

  private async open(): Promise<void> {
    const attempt = ++this.attempt;
    const { SerialPort } = await import("serialport");
    if (this.closed || attempt !== this.attempt) {
      return;
    }
    this.release();
    const { baud, frame } = this.options;
    const shape =
      frame === "7E1" ? ({ dataBits: 7, parity: "even" } as const) : ({ dataBits: 8, parity: "none" } as const);
    const port = new SerialPort({ path: this.path, baudRate: baud, stopBits: 1, autoOpen: false, ...shape });
    this.port = port;
    port.on("data", (bytes: Buffer) => this.listener.receive(Uint8Array.from(bytes)));
    port.on("error", () => undefined); // What matters of an error is that the port closes.
    port.on("close", () => this.lost(`The serial port ${this.path} went away.`));
    port.open((error) => (error === null ? this.opened() : this.refused(error)));
  }

  private opened(): void {
    this.listener.changed("info", `The serial port ${this.path} is open.`);
    this.wasOpen = true;
    this.dataRequest(this.wanted);
    this.watch();
  }

  /**
   * `serialport` tells that a port went away, but not always: a read that begins just after the system hung up gives no
   * bytes and no error, and it reads again without end. The file of such a port is gone.
   */
  private watch(): void {
    const { port } = this;
    clock.after(WATCH_MILLISECONDS, () => {
      if (port === null || port !== this.port || !port.isOpen) {
        return;
      }
      if (existsSync(this.path)) {
        this.watch();
      } else {
        this.release();
        this.lost(`The serial port ${this.path} went away.`);
      }
    });
  }

  private refused(error: Error): void {
    if (this.wasOpen) {
      this.retry();
    } else {
      this.listener.failed(new Failure(`The serial port ${this.path} can't be opened: ${reasonOf(error)}.`));
    }
  }

  private lost(sentence: string): void {
    this.listener.changed("warning", sentence);
    this.retry();
  }

  private retry(): void {
    const attempt = this.attempt;
    clock.after(REOPEN_MILLISECONDS, () => {
      if (!this.closed && attempt === this.attempt) {
        void this.open();
      }
    });
  }
}

/** The reason in plain words; `serialport` puts `Error: ` and its own sentence around what the system said. */
function reasonOf(error: Error): string {
  const message = messageOf(error);
  if (/no such file/i.test(message)) {
    return "there is no such file. `ls /dev/serial/by-id` shows the ports that are there";
  }
  if (/permission denied/i.test(message)) {
    return "permission denied. Your user may have to be in the group `dialout`";
  }
  return message.replace(/^Error:? /, "").replace(/, cannot open .*$/, "");
}
