/** One line of a simulated telegram. */

import { type range } from "ts2c";

/** What a line shows. `fixed` is a line that never changes. */
export type Shown =
  | "fixed"
  | "time"
  | "tariff-dutch"
  | "tariff-belgian"
  | "import"
  | "import-low"
  | "import-high"
  | "export"
  | "export-low"
  | "export-high"
  | "reactive-import-total"
  | "reactive-export-total"
  | "power-import"
  | "power-export"
  | "reactive-import"
  | "reactive-export"
  | "voltage"
  | "current"
  | "gas"
  | "gas-two-lines"
  | "water"
  | "quarter-average"
  | "month-peak"
  | "month-peaks";

/** A line of a profile: the code, and how its value is written. The specifications call it `Fn(d,d)`. */
export interface Row {
  /** The OBIS code. */
  readonly code: string;
  readonly what: Shown;
  /** Which phase it is of, 1 to 3; 0 is the whole house. */
  readonly phase: range<0, 3>;
  /** How many digits the number has in all, leading zeros included. */
  readonly digits: range<0, 11>;
  /** How many of them stand behind the point. */
  readonly decimals: range<0, 3>;
  /** The unit; of a `fixed` line all that follows the code. */
  readonly tail: string;
}
