import { readFileSync } from "node:fs";
import { Failure, systemReason } from "../failure.ts";
import { host as clock } from "../platform/clock.ts";
import { bytesPerSecond, type Receive, type Wire } from "./wire.ts";

const STEP_MILLISECONDS = 10;
/** Since DSMR 5 a telegram comes every second, before every ten. Source: DSMR 5.0.2 P1, 6.6; DSMR 4.2.2 P1, 5.6. */
const PACE_MILLISECONDS = { dsmr5: 1000, before: 10_000 };
/** `1-3:0.2.8(50)`: the version that a DSMR 5 meter writes. Belgium and Luxembourg write their own there. */
const DSMR5 = /^(?:1-3:0\.2\.8|0-0:96\.1\.4)(?:\.255|\*255)?\(5/m;

/**
 * A meter that sends what is in a file, at its line's speed and with a telegram's distance between telegrams, while the
 * data request is high. When the file ends the meter falls silent.
 */
export class Replay implements Wire {
  private readonly telegrams: Buffer[];
  private readonly receive: Receive;
  private readonly ended: () => void;
  private perStep = 0;
  private wanted = false;
  private running = false;
  private cancel: (() => void) | null = null;

  constructor(file: string, receive: Receive, ended: () => void) {
    this.telegrams = telegramsOf(readReplay(file));
    this.receive = receive;
    this.ended = ended;
  }

  start(baud: number): void {
    this.perStep = Math.max(1, Math.floor((bytesPerSecond(baud) * STEP_MILLISECONDS) / 1000));
    this.begin();
  }

  /** Nobody listens at the other end of the line. */
  write(): boolean {
    return true;
  }

  requested(): boolean {
    return false;
  }

  dataRequest(wanted: boolean): void {
    this.wanted = wanted;
    this.begin();
  }

  close(): void {
    this.cancel?.();
    this.wanted = false;
  }

  private begin(): void {
    if (!this.running && this.wanted && this.perStep > 0) {
      this.running = true;
      this.cancel = clock.after(0, () => this.next());
    }
  }

  private next(): void {
    const telegram = this.wanted ? this.telegrams.shift() : undefined;
    this.running = telegram !== undefined;
    if (telegram !== undefined) {
      const pace = DSMR5.test(telegram.toString("latin1")) ? PACE_MILLISECONDS.dsmr5 : PACE_MILLISECONDS.before;
      this.send(telegram, clock.now() + pace);
    }
  }

  private send(rest: Buffer, nextAt: number): void {
    this.receive(Uint8Array.from(rest.subarray(0, this.perStep)));
    const left = rest.subarray(this.perStep);
    if (left.length > 0) {
      this.cancel = clock.after(STEP_MILLISECONDS, () => this.send(left, nextAt));
    } else if (this.telegrams.length > 0) {
      this.cancel = clock.after(Math.max(0, nextAt - clock.now()), () => this.next());
    } else {
      this.ended();
    }
  }
}

function readReplay(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new Failure(`The file to replay can't be read: ${file}, ${systemReason(error)}.`);
  }
}

/** Cuts before every `/` that begins a line; what stands before the first one goes with it, as noise. */
function telegramsOf(bytes: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  let start = 0;
  for (let at = bytes.indexOf("\n/"); at >= 0; at = bytes.indexOf("\n/", at + 1)) {
    parts.push(bytes.subarray(start, at + 1));
    start = at + 1;
  }
  parts.push(bytes.subarray(start));
  return parts.filter((part) => part.length > 0);
}
