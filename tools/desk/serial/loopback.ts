import { host as clock } from "../platform/clock.ts";
import { bytesPerSecond, type Receive, type Wire } from "./wire.ts";

/** How much the port's transmit buffer holds. */
const CAPACITY = 4096;
/** How often what a real line would have carried meanwhile arrives. */
const STEP_MILLISECONDS = 10;

/** A wire from the device's TX to its own RX: what the built-in simulator sends is what the device reads. */
export class Loopback implements Wire {
  private waiting: Uint8Array = new Uint8Array(0);
  private perStep = 0;
  private cancel: (() => void) | null = null;
  private readonly receive: Receive;

  constructor(receive: Receive) {
    this.receive = receive;
  }

  start(baud: number): void {
    this.perStep = Math.max(1, Math.floor((bytesPerSecond(baud) * STEP_MILLISECONDS) / 1000));
  }

  write(bytes: Uint8Array): boolean {
    if (this.perStep === 0 || this.waiting.length + bytes.length > CAPACITY) {
      return false;
    }
    this.waiting = Buffer.concat([this.waiting, bytes]);
    this.cancel ??= clock.after(STEP_MILLISECONDS, () => this.carry());
    return true;
  }

  /** Nobody reads what is sent, but the device itself. */
  requested(): boolean {
    return false;
  }

  /** Nobody needs to be asked: the simulator sends when it likes. */
  dataRequest(): void {}

  close(): void {
    this.cancel?.();
    this.cancel = null;
  }

  private carry(): void {
    const arrived = this.waiting.slice(0, this.perStep);
    this.waiting = this.waiting.subarray(arrived.length);
    this.cancel = this.waiting.length === 0 ? null : clock.after(STEP_MILLISECONDS, () => this.carry());
    this.receive(arrived);
  }
}
