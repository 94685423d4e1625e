/** Which networks there are, for who chooses one. */

import { u32, utf8, type Bytes, type range, type Writer } from "ts2c";
import * as driver from "#platform/network";
import { isUtf8 } from "../portal/utf8.ts";

type ScanState = "idle" | "scanning" | "found";

/** A scan takes some seconds; one that the driver did not take is given up, in milliseconds. */
const PATIENCE_MS = 30000;

/** The search for networks. */
export class Scan {
  private state: ScanState = "idle";
  private since: u32 = 0;
  private readonly name: Uint8Array = new Uint8Array(32);

  /** Begins one, if none is under way. */
  start(now: u32): void {
    if (this.state !== "scanning") {
      this.state = "scanning";
      this.since = now;
      driver.scan();
    }
  }

  isOn(): boolean {
    return this.state === "scanning";
  }

  onScanned(): void {
    this.state = "found";
  }

  tick(now: u32): void {
    if (this.state === "scanning" && u32(now - this.since) >= PATIENCE_MS) {
      this.state = "idle";
    }
  }

  /** The name of one that was found; empty where there is none, or it is no text that a person could choose. */
  nameAt(index: range<0, 15>): Bytes {
    const name = this.name.subarray(0, driver.foundName(index, this.name));
    return isUtf8(name) ? name : name.subarray(0, 0);
  }

  /** Writes the state and what was found last as a JSON object. */
  write(out: Writer): void {
    out.text('{"state":');
    out.jsonString(utf8(this.state));
    out.text(',"networks":[');
    let isFirst = true;
    for (let i = 0; i < 16 && i < driver.foundCount(); i++) {
      const name = this.nameAt(i);
      if (name.length > 0) {
        out.text(isFirst ? '\n{"name":' : ',\n{"name":');
        out.jsonString(name);
        out.text(',"signal_dBm":');
        out.int(driver.foundSignal(i));
        out.text(driver.foundLocked(i) ? ',"locked":true}' : ',"locked":false}');
        isFirst = false;
      }
    }
    out.text("\n]}\n");
  }
}
