/** What the bench and a device as a process of its own tell each other. */

/** How a device is set up. */
export interface MeterOptions {
  readonly chip: number;
  readonly state: string;
  readonly settings: readonly (readonly [name: string, value: string])[];
  /** A telegram every so many milliseconds, whole at once, in place of the simulator's on its wire. */
  readonly every?: number;
}

/** `hush`: nothing arrives on the wire any more; `speak`: again. */
export type ToMeter = "ask" | "hush" | "speak" | "stop";

/** Since it started: milliseconds of one processor; MiB now; messages and their bytes (topic and payload) for the broker; telegrams. */
export interface Usage {
  readonly kind: "usage";
  readonly processor: number;
  readonly memory: number;
  readonly sent: number;
  readonly bytes: number;
  readonly telegrams: number;
}

/** `at` is in milliseconds of the clock that all processes of a computer share; `clock` is the meter's, as it writes it. */
export type FromMeter =
  | { readonly kind: "ready" }
  | { readonly kind: "telegram"; readonly at: number; readonly clock: string }
  | { readonly kind: "event"; readonly at: number; readonly what: string }
  | Usage;

/** A telegram's clock as the meter writes it: what tells one telegram from the next. */
export function clockOf(telegram: string): string {
  return /0-0:1\.0\.0\((\d{12}[SW])\)/.exec(telegram)?.[1] ?? "";
}
