/** Paints the strip of lights. */

import { array, u8, type FixedArray, type range } from "ts2c";
import * as driver from "#platform/lights";

/** The colours; at a brightness of 100 % they are dim enough to live with. */
export type Colour = "off" | "red" | "green" | "blue" | "yellow" | "purple";

/** A light's place on the strip, and how many there are. */
export type LightIndex = range<0, 2>;
export const LIGHTS = 3;

/** How much brighter or darker the colours are than at first, in percent. At 500 red is 240 of 255. */
export type Percent = range<0, 500>;

/** The driver is told only what changed. */
export class Strip {
  private readonly shown: FixedArray<Colour, typeof LIGHTS> = array(LIGHTS, "off");
  private percent: Percent = 100;

  /** All lights are dark; they keep their colours while the device restarts. */
  start(): void {
    for (let light = 0; light < LIGHTS; light++) {
      this.shown[light] = "off";
      driver.set(light, 0, 0, 0);
    }
  }

  /** Gives all lights their colours, at that brightness. */
  show(first: Colour, second: Colour, third: Colour, percent: Percent): void {
    const anew = percent !== this.percent;
    this.percent = percent;
    this.paint(0, first, anew);
    this.paint(1, second, anew);
    this.paint(2, third, anew);
  }

  /** The colour of a light as it is at this moment. */
  colour(light: LightIndex): Colour {
    return this.percent === 0 ? "off" : this.shown[light];
  }

  private paint(light: LightIndex, colour: Colour, anew: boolean): void {
    if (colour === this.shown[light] && !anew) {
      return;
    }
    this.shown[light] = colour;
    switch (colour) {
      case "off":
        driver.set(light, 0, 0, 0);
        break;
      case "red":
        driver.set(light, this.scale(48), 0, 0);
        break;
      case "green":
        driver.set(light, this.scale(2), this.scale(12), this.scale(2));
        break;
      case "blue":
        driver.set(light, 0, 0, this.scale(16));
        break;
      case "yellow":
        driver.set(light, this.scale(32), this.scale(32), 0);
        break;
      case "purple":
        driver.set(light, this.scale(32), 0, this.scale(32));
        break;
    }
  }

  private scale(level: u8): u8 {
    return u8.clamp(Math.trunc((level * this.percent) / 100));
  }
}
