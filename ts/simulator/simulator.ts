/** The built-in meter: a house with a random load that speaks as the meters of a country do. */

import { Writer, type Bytes, type int, type range, type u32 } from "ts2c";
import { crc16, writeCrc } from "../p1/crc16.ts";
import { House } from "./house.ts";
import { localTime, type Moment } from "./local-time.ts";
import { HUNGARY, SWEDEN } from "./profiles-far.ts";
import { DSMR_22, DSMR_42, DSMR_5 } from "./profiles-dutch.ts";
import { BELGIUM, LUXEMBOURG, SWITZERLAND } from "./profiles-neighbours.ts";
import { type Row } from "./row.ts";
import { writeRow } from "./telegram.ts";

/** Whose meter is played: by country, and in the Netherlands by version of DSMR (2.2, 4.2, 5). */
export type Profile = "nl22" | "nl42" | "nl5" | "be" | "lu" | "se" | "hu" | "ch";

/** The profile at a place of the choices of the setting `simulator_profile`. */
export function profileAt(place: int): Profile {
  switch (place) {
    case 0:
      return "nl22";
    case 1:
      return "nl42";
    case 3:
      return "be";
    case 4:
      return "lu";
    case 5:
      return "se";
    case 6:
      return "hu";
    case 7:
      return "ch";
    default:
      return "nl5";
  }
}

/** 2026-01-01 UTC: what the meter's clock says at first where nobody has told the time. */
const FIRST_TIME: Moment = 1767225600;

/** 2099-12-31 23:59:59 UTC: a later time is held here. */
const LAST_TIME: Moment = 4102444799;

/** The longest telegram is Luxembourg's, with 1134 bytes. */
const SIZE = 1280;

/** The last digit of the CRC stands so far before the end: CR and LF follow. */
const CRC_END = 3;
const ZERO = 48;
const ONE = 49;

/** The meters of DSMR 2.2 and 4.2 are read hourly by their gas meter, newer ones every five minutes. */
function readEvery(profile: Profile): range<300, 3600> {
  return profile === "nl22" || profile === "nl42" ? 3600 : 300;
}

/** The meter's manufacturer and type, as the first line of its telegrams gives them. */
function identification(profile: Profile): string {
  switch (profile) {
    case "nl22":
      return "/ISK5\\2MT382-1003";
    case "nl42":
      return "/KFM5KAIFA-METER";
    case "nl5":
      return "/ISK5\\2M550T-1012";
    case "be":
      return "/FLU5\\253770000_A";
    case "lu":
      return "/Lux5\\253690000_M";
    case "se":
      return "/ELL5\\253830000_A";
    case "hu":
      return "/AUX59900000000";
    default:
      return "/LGZ4ZMF100AC.M32";
  }
}

/** Plays one meter. */
export class Simulator {
  private readonly house: House = new House();
  private readonly buffer: Uint8Array = new Uint8Array(SIZE);
  private readonly out: Writer = new Writer(this.buffer);
  private time: Moment = FIRST_TIME;

  /** Gives the house a random load that follows from `seed`. */
  seed(seed: u32): void {
    this.house.seed(seed);
  }

  /**
   * The next telegram, `seconds` after the one before. `utc` is the time, 0 if unknown: then the meter's clock runs on by
   * itself. The bytes are valid until the next call.
   */
  next(profile: Profile, seconds: range<0, 3600>, utc: int): Bytes {
    const time = utc > 0 ? utc : this.time + seconds;
    this.time = Math.max(0, Math.min(time, LAST_TIME));
    const standardOnly = profile === "se";
    this.house.pass(seconds, this.time, localTime(this.time, standardOnly), readEvery(profile));
    this.out.clear();
    this.out.text(identification(profile));
    this.out.text("\r\n\r\n");
    this.body(profile);
    this.out.text("!");
    if (profile !== "nl22") {
      writeCrc(this.out, crc16(0, this.out.view()));
    }
    this.out.text("\r\n");
    return this.out.view();
  }

  /** Makes the CRC of the telegram that {@link next} made wrong. One that has none, of DSMR 2.2, loses its end instead. */
  spoil(): void {
    const length = this.out.view().length;
    if (length >= CRC_END && length <= SIZE) {
      const at = length - CRC_END;
      this.buffer[at] = this.buffer[at] === ZERO ? ONE : ZERO;
    }
  }

  private body(profile: Profile): void {
    switch (profile) {
      case "nl22":
        this.rows(DSMR_22, false);
        break;
      case "nl42":
        this.rows(DSMR_42, false);
        break;
      case "nl5":
        this.rows(DSMR_5, false);
        break;
      case "be":
        this.rows(BELGIUM, false);
        break;
      case "lu":
        this.rows(LUXEMBOURG, false);
        break;
      case "se":
        this.rows(SWEDEN, true);
        break;
      case "hu":
        this.rows(HUNGARY, false);
        break;
      case "ch":
        this.rows(SWITZERLAND, false);
        break;
    }
  }

  private rows(rows: readonly Row[], standardOnly: boolean): void {
    for (const row of rows) {
      writeRow(this.out, this.house, row, this.time, standardOnly);
    }
  }
}
