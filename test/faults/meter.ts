/** A meter of whose telegrams everything is known: what a reader has to make of each. */

import type { Random } from "../differential/random.ts";

/** A total in thousandths, with the time of its own where it was read over M-Bus. */
export interface Total {
  readonly topic: string;
  readonly value: number;
  readonly time: number;
}

/** What a telegram says. */
export interface Said {
  readonly identification: string;
  /** The meter's clock, in seconds since 1970. */
  readonly time: number;
  /** Everything but the totals: payloads by their topics below the root. */
  readonly readings: ReadonlyMap<string, string>;
  readonly totals: readonly Total[];
}

/** Bytes with what they say. */
export interface Telegram {
  readonly bytes: Buffer;
  readonly said: Said;
  /** Where the identification's line ends, and where `!` stands. */
  readonly head: number;
  readonly end: number;
}

/** What a register holds: six digits and three, and five and three for gas. */
const ENERGY_END = 1_000_000_000;
const VOLUME_END = 100_000_000;

const CRC_TABLE = Uint16Array.from({ length: 256 }, (_, index) => {
  let crc = index;
  for (let bit = 0; bit < 8; bit++) {
    crc = crc & 1 ? (crc >> 1) ^ 0xa001 : crc >> 1;
  }
  return crc;
});

/** CRC-16/ARC; not the program's own, whose faults would be in both. */
export function crcOf(bytes: Uint8Array, length: number): string {
  let crc = 0;
  for (let at = 0; at < length; at++) {
    crc = CRC_TABLE[(crc ^ (bytes[at] ?? 0)) & 0xff] ^ (crc >> 8);
  }
  return crc.toString(16).toUpperCase().padStart(4, "0");
}

/** The last Sunday of a month in UTC seconds, at 01:00, when summer time begins and ends (directive 2000/84/EC). */
function changeOf(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month + 1, 0));
  return Date.UTC(year, month, last.getUTCDate() - last.getUTCDay(), 1) / 1000;
}

const changes = new Map<number, readonly [number, number]>();

/** Whether summer time rules in Central Europe. */
function isSummer(utc: number, year: number): boolean {
  let both = changes.get(year);
  if (both === undefined) {
    both = [changeOf(year, 2), changeOf(year, 9)];
    changes.set(year, both);
  }
  return utc >= both[0] && utc < both[1];
}

/** A time as a meter writes it, `YYMMDDhhmmssX`. */
export function stamp(utc: number): string {
  const summer = isSummer(utc, new Date(utc * 1000).getUTCFullYear());
  const local = new Date((utc + (summer ? 7200 : 3600)) * 1000).toISOString();
  const date = local.slice(2, 4) + local.slice(5, 7) + local.slice(8, 10);
  return date + local.slice(11, 13) + local.slice(14, 16) + local.slice(17, 19) + (summer ? "S" : "W");
}

/** A time as it is published. */
export function published(utc: number): string {
  return `${new Date(utc * 1000).toISOString().slice(0, 19)}Z`;
}

/** Thousandths as a number with three decimals. */
export function decimal(value: number): string {
  return `${Math.floor(value / 1000)}.${String(value % 1000).padStart(3, "0")}`;
}

/** A register as a meter writes it. */
function register(value: number, digits: number): string {
  return decimal(value).padStart(digits + 1, "0");
}

/** The totals' topics, in the order of a telegram. */
const ENERGIES = [
  ["1-0:1.8.1", "total/consumption_low_tariff_kWh"],
  ["1-0:1.8.2", "total/consumption_high_tariff_kWh"],
  ["1-0:2.8.1", "total/production_low_tariff_kWh"],
  ["1-0:2.8.2", "total/production_high_tariff_kWh"],
] as const;
const GAS = "total/gas_meter_m3";

/** A meter of DSMR 5 with four totals, power, and gas that is read every five minutes. */
export class Meter {
  private readonly random: Random;
  private identification = "";
  private number = "";
  private readonly energies = [0, 0, 0, 0];
  private gas = 0;
  private burnt = 0;
  private gasTime = 0;
  private power = 0;
  private low = true;
  message = "";
  /** How far its clock is ahead of the true time, in seconds. */
  ahead = 0;

  constructor(random: Random) {
    this.random = random;
    this.replace();
  }

  /** Another meter hangs there from now on. Registers may be close to where they start again, or all are. */
  replace(nearEnd = false): void {
    const number = this.random.below(100_000_000);
    this.identification = `ISK5\\2M550T-${number % 10_000}`;
    this.number = Buffer.from(`E${number}`).toString("hex").toUpperCase();
    for (let i = 0; i < this.energies.length; i++) {
      this.energies[i] =
        nearEnd || this.random.chance(10) ? ENERGY_END - 1 - this.random.below(2000) : this.random.below(ENERGY_END);
    }
    this.burnt =
      nearEnd || this.random.chance(10) ? VOLUME_END - 1 - this.random.below(50) : this.random.below(VOLUME_END);
    this.gas = this.burnt;
  }

  /** Time passes in the house. */
  pass(seconds: number): void {
    this.power = this.random.below(11_000) - 4000;
    const watthours = Math.floor((Math.abs(this.power) * seconds) / 3600);
    const at = (this.power < 0 ? 2 : 0) + (this.low ? 0 : 1);
    this.energies[at] = (this.energies[at] + watthours) % ENERGY_END;
    this.burnt = (this.burnt + this.random.below(3)) % VOLUME_END;
    this.low = this.random.chance(2) ? !this.low : this.low;
  }

  /** What it sends at the true time `utc`. With `glitch` one of its totals is what can't be, though the CRC is right. */
  telegram(utc: number, glitch: "none" | "zero" | "jump" = "none"): Telegram {
    const time = utc + this.ahead;
    const gasTime = time - (time % 300);
    if (gasTime !== this.gasTime) {
      this.gasTime = gasTime;
      this.gas = this.burnt;
    }
    const energies = [...this.energies];
    if (glitch !== "none") {
      const at = this.random.below(energies.length);
      energies[at] = glitch === "zero" ? 0 : (energies[at] + 300_000_000) % ENERGY_END;
    }
    const [drawn, fed] = this.power < 0 ? [0, -this.power] : [this.power, 0];
    const volts = 2250 + this.random.below(100);
    const tariff = this.low ? 1 : 2;
    const head = `/${this.identification}\r\n`;
    const lines = [
      `${head}\r\n1-3:0.2.8(50)\r\n0-0:1.0.0(${stamp(time)})\r\n0-0:96.1.1(${this.number})`,
      ...ENERGIES.map(([code], index) => `${code}(${register(energies[index], 9)}*kWh)`),
      `0-0:96.14.0(000${tariff})`,
      `1-0:1.7.0(${register(drawn, 5)}*kW)\r\n1-0:2.7.0(${register(fed, 5)}*kW)`,
      `0-0:96.13.0(${Buffer.from(this.message).toString("hex").toUpperCase()})`,
      `1-0:32.7.0(${(volts / 10).toFixed(1)}*V)`,
      `0-1:24.1.0(003)\r\n0-1:24.2.1(${stamp(gasTime)})(${register(this.gas, 8)}*m3)\r\n!`,
    ];
    const text = lines.join("\r\n");
    const bytes = Buffer.from(`${text}0000\r\n`, "latin1");
    bytes.write(crcOf(bytes, text.length), text.length, "latin1");
    const readings = new Map([
      ["equipment/identification", this.identification],
      ["equipment/version", "50"],
      ["date_time", published(time)],
      ["equipment/p1_meter_id", this.number],
      ["tariff_indicator", String(tariff)],
      ["instant/consumption_kW", decimal(drawn)],
      ["instant/production_kW", decimal(fed)],
      ["message/0", this.message],
      ["instant/voltage/l1_V", (volts / 10).toFixed(1)],
      ["equipment/devicetype_id_1", "3"],
    ]);
    const totals = [
      ...ENERGIES.map(([, topic], index) => ({ topic, value: energies[index], time: 0 })),
      { topic: GAS, value: this.gas, time: gasTime },
    ];
    const said = { identification: this.identification, time, readings, totals };
    return { bytes, said, head: head.length, end: text.length - 1 };
  }
}
