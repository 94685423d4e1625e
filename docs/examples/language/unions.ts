import { type u16, type u8 } from "ts2c";

export type Mode = "off" | "slow" | "fast";

interface Press {
  readonly kind: "press";
  readonly button: u8;
}

interface Turn {
  readonly kind: "turn";
  readonly degrees: u16;
}

/** What the user did: one of the two, told apart by `kind`. */
export type Input = Press | Turn;

export function next(mode: Mode, input: Input): Mode {
  switch (input.kind) {
    case "press":
      return input.button === 0 ? "off" : mode;
    case "turn":
      return input.degrees > 90 ? "fast" : "slow";
  }
}
