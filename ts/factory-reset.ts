/** Makes the device forget everything that it keeps, as if it were new, and restart. */

import { utf8, type range } from "ts2c";
import * as log from "#platform/log";
import * as system from "#platform/system";
import { type Configuration } from "./configuration.ts";
import { type Keeper } from "./settings/keeper.ts";

/** What is overwritten, one writing after the other: both records, since each has secrets, then the two certificates. */
const FIRST = 1;
const LAST = 4;

/** One factory reset. */
export class FactoryReset {
  private readonly configuration: Configuration;
  private readonly keeper: Keeper;
  /** The writing that is next; 0 where none was asked for. */
  private step: range<0, 5> = 0;

  constructor(configuration: Configuration, keeper: Keeper) {
    this.configuration = configuration;
    this.keeper = keeper;
  }

  /** Begins. The device restarts when nothing is left. */
  start(): void {
    if (this.step === 0) {
      this.step = FIRST;
      log.write("warning", utf8("The device forgets all settings, passwords and certificates, and restarts."));
      this.configuration.forgetAll();
    }
  }

  tick(): void {
    if (this.step === 0 || this.keeper.isBusy()) {
      return;
    }
    if (this.step > FIRST && !this.keeper.succeeded) {
      this.step = 0;
      log.write("error", utf8("The flash can't be written, so the device still has what it should forget: try again."));
    } else if (this.step > LAST) {
      this.step = 0;
      system.restart();
    } else {
      this.write(this.step);
      this.step++;
    }
  }

  private write(step: range<1, typeof LAST>): void {
    switch (step) {
      case 1:
      case 2:
        this.keeper.save();
        break;
      case 3:
        this.keeper.store("broker_ca", utf8(""));
        break;
      default:
        this.keeper.store("broker_identity", utf8(""));
        break;
    }
  }
}
