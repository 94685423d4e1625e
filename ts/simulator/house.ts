/**
 * The house behind the simulated meter: what it draws from the net and feeds into it, and the meter's registers, which
 * move as that power says.
 */

import { type FixedArray, type int, type range, type u32, array } from "ts2c";
import { type LocalTime, type Moment } from "./local-time.ts";
import { Random } from "./random.ts";

/** Energy in watt seconds, up to where a register of six digits of kWh starts again. */
export type Energy = range<0, 3599999999999>;
/** Power of one phase in W; negative is fed into the net. */
type PhasePower = range<-3333, 3333>;
/** Power of the house in W; negative is fed into the net. */
export type Power = range<-9999, 9999>;
/** Thousandths of a cubic metre, up to where a register of five digits starts again. */
export type Volume = range<0, 99999999>;

const ENERGY_END: int = 3600000000000;
const VOLUME_END: int = 100000000;

/** `watt` for `seconds`, on top of what a register says. */
function count(register: Energy, watt: range<0, 9999>, seconds: range<0, 3600>): Energy {
  return (register + watt * seconds) % ENERGY_END;
}

/** A house with three phases, solar panels, gas and water. */
export class House {
  /** Energy from the net while the tariff is low (night and weekend), and otherwise. */
  importLow: Energy = 4426000 * 3600;
  importHigh: Energy = 2399000 * 3600;
  /** Energy into the net while the tariff is low, and otherwise. */
  exportLow: Energy = 2444000 * 3600;
  exportHigh: Energy = 1204000 * 3600;
  /** Whether the tariff is low now. */
  low: boolean = false;
  /** Gas and water, as the electricity meter last read them over M-Bus, and when that was, in UTC seconds. */
  gas: Volume = 0;
  water: Volume = 0;
  readTime: int = 0;
  /** Energy from the net in this quarter of an hour: what the Belgian capacity tariff looks at. */
  quarterEnergy: Energy = 0;
  /** The highest quarter hour of this month, as average power in W. */
  peak: range<0, 9999> = 0;
  /** When the quarter hour of {@link peak} ended, in UTC seconds. */
  peakTime: int = 0;

  private readonly phases: FixedArray<PhasePower, 3> = array(3, 0);
  private readonly random: Random = new Random();
  private usedGas: Volume = 1107000;
  private usedWater: Volume = 872234;
  private quarter: int = 0;
  private month: range<0, 12> = 0;

  /** Any load, and all chance from now on, follow from `seed`. */
  seed(seed: u32): void {
    this.random.seed(seed);
    for (let i = 0; i < 3; i++) {
      this.phases[i] = this.anyPower();
    }
  }

  private anyPower(): PhasePower {
    return Math.min(this.random.below(6667), 6666) - 3333;
  }

  /**
   * What phase 1, 2 or 3 draws; for 0 what the house draws: the net over its phases, as the registers count. Source:
   * e-MUCS P1 v1.7.1, note 3.
   */
  power(phase: range<0, 3>): Power {
    return phase === 0 ? this.phases[0] + this.phases[1] + this.phases[2] : this.phases[phase - 1];
  }

  /** The voltage of a phase in tenths of a volt: it gives way a little under load. */
  voltage(phase: range<0, 3>): range<2000, 2600> {
    return 2310 + phase - Math.trunc(this.power(phase) / 100);
  }

  /** The current of a phase in hundredths of an ampere, without direction, as meters show it. */
  current(phase: range<0, 3>): range<0, 9999> {
    return Math.min(Math.trunc((Math.abs(this.power(phase)) * 1000) / this.voltage(phase)), 9999);
  }

  /**
   * `seconds` have passed, and it is `utc` (which the meter calls `time`): the registers move by the power of that
   * while, then the load changes. The gas and water meters are read every `readEvery` seconds.
   */
  pass(seconds: range<0, 3600>, utc: Moment, time: LocalTime, readEvery: range<300, 3600>): void {
    this.low = time.weekday === 0 || time.weekday === 6 || time.hour < 7 || time.hour >= 22;
    this.countEnergy(seconds);
    this.closeQuarter(utc, time);
    this.changeLoad();
    const readTime = utc - (utc % readEvery);
    if (readTime !== this.readTime) {
      this.readTime = readTime;
      this.gas = this.usedGas;
      this.water = this.usedWater;
    }
  }

  /** The power wanders; now and then something is switched on or off, the boiler burns, a tap runs. */
  private changeLoad(): void {
    for (let i = 0; i < 3; i++) {
      const moved = this.phases[i] + this.random.below(401) - 200;
      this.phases[i] = Math.max(-3333, Math.min(moved, 3333));
    }
    if (this.random.below(10) === 0) {
      this.phases[this.random.below(3) % 3] = this.anyPower();
    }
    if (this.random.below(4) === 0) {
      this.usedGas = (this.usedGas + this.random.below(10)) % VOLUME_END;
      this.usedWater = (this.usedWater + this.random.below(3)) % VOLUME_END;
    }
  }

  private countEnergy(seconds: range<0, 3600>): void {
    const power = this.power(0);
    const drawn = power > 0 ? power : 0;
    const fed = power < 0 ? 0 - power : 0;
    if (this.low) {
      this.importLow = count(this.importLow, drawn, seconds);
      this.exportLow = count(this.exportLow, fed, seconds);
    } else {
      this.importHigh = count(this.importHigh, drawn, seconds);
      this.exportHigh = count(this.exportHigh, fed, seconds);
    }
    this.quarterEnergy = count(this.quarterEnergy, drawn, seconds);
  }

  /** Every quarter of an hour by the clock its average may become the month's peak. */
  private closeQuarter(utc: Moment, time: LocalTime): void {
    const quarter = Math.trunc(utc / 900);
    if (quarter === this.quarter) {
      return;
    }
    this.quarter = quarter;
    const average = this.average();
    this.quarterEnergy = 0;
    if (time.month !== this.month || average > this.peak) {
      this.month = time.month;
      this.peak = average;
      this.peakTime = quarter * 900;
    }
  }

  /** The running quarter's energy, spread over a quarter of an hour: average power in W. */
  average(): range<0, 9999> {
    return Math.min(Math.trunc(this.quarterEnergy / 900), 9999);
  }
}
