import type * as declared from "../../../ts/platform/lights.ts";

/** What one light shows. */
export interface Colour {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
}

const DARK: Colour = { red: 0, green: 0, blue: 0 };
const colours: [Colour, Colour, Colour] = [DARK, DARK, DARK];

export const set: typeof declared.set = (index, red, green, blue) => {
  colours[index as 0 | 1 | 2] = { red, green, blue };
};

/** For the desk, which paints them. */
export const host = {
  /** The three lights: network, broker, meter. */
  colours(): readonly Colour[] {
    return colours;
  },
};
