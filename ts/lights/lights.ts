/** What the three lights mean. */

import { type range } from "ts2c";
import * as strip from "#platform/lights";

/** Light 1: whether the broker is connected, and takes what is published. */
export type BrokerLight = "not-connected" | "connected" | "could-not-send";

/** Light 2: what comes from the meter. `sending` is the simulator at work. */
export type MeterLight = "idle" | "receiving" | "right" | "wrong" | "sending";

/** The colours, dim enough to live with. */
type Colour = "off" | "red" | "green" | "blue" | "yellow" | "purple";

const NETWORK = 0;
const BROKER = 1;
const METER = 2;

function paint(light: range<0, 2>, colour: Colour): void {
  switch (colour) {
    case "off":
      strip.set(light, 0, 0, 0);
      break;
    case "red":
      strip.set(light, 48, 0, 0);
      break;
    case "green":
      strip.set(light, 2, 12, 2);
      break;
    case "blue":
      strip.set(light, 0, 0, 16);
      break;
    case "yellow":
      strip.set(light, 32, 32, 0);
      break;
    case "purple":
      strip.set(light, 32, 0, 32);
      break;
  }
}

/** Red without a network, green with one. */
export function showNetwork(up: boolean): void {
  paint(NETWORK, up ? "green" : "red");
}

/** Red while not connected, green while all goes well, yellow when something could not be sent. */
export function showBroker(state: BrokerLight): void {
  switch (state) {
    case "not-connected":
      paint(BROKER, "red");
      break;
    case "connected":
      paint(BROKER, "green");
      break;
    case "could-not-send":
      paint(BROKER, "yellow");
      break;
  }
}

/** Blue: data arrives. Green: a telegram's CRC was right. Red: it was wrong. Purple: the simulator sends. Off: idle. */
export function showMeter(state: MeterLight): void {
  switch (state) {
    case "idle":
      paint(METER, "off");
      break;
    case "receiving":
      paint(METER, "blue");
      break;
    case "right":
      paint(METER, "green");
      break;
    case "wrong":
      paint(METER, "red");
      break;
    case "sending":
      paint(METER, "purple");
      break;
  }
}
