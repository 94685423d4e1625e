import { createHash, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { freemem, hostname } from "node:os";
import type * as declared from "../../../ts/platform/system.ts";

/** Where Linux tells the temperature of its first sensor, in thousandths of a degree. */
const SENSOR = "/sys/class/thermal/thermal_zone0/temp";
const NO_SENSOR = -274;

let nextRandom = (): number => randomBytes(4).readUInt32LE();
let leastSeen = 0xffffffff;
let reason: ReturnType<typeof declared.startReason> = "power";
let hasJumper = false;
let isPressed = false;
let restarted: () => void = () => undefined;
let identity = createHash("sha256").update(hostname()).digest().readUIntBE(0, 3);

export const random: typeof declared.random = () => nextRandom();

export const chipId: typeof declared.chipId = () => identity;

/** The least of what was seen: nobody watches the computer's memory in between. */
export const leastFreeMemory: typeof declared.leastFreeMemory = () => {
  leastSeen = Math.min(leastSeen, freeMemory());
  return leastSeen;
};

export const startReason: typeof declared.startReason = () => reason;

export const jumper: typeof declared.jumper = () => hasJumper;

export const button: typeof declared.button = () => isPressed;

/** A computer has more than the number holds: then it says that. */
export const freeMemory: typeof declared.freeMemory = () => Math.min(freemem(), 0xffffffff);

export const temperature: typeof declared.temperature = () => {
  try {
    const degrees = Math.round(Number(readFileSync(SENSOR, "utf8")) / 1000);
    return degrees > NO_SENSOR && degrees < 1000 ? degrees : NO_SENSOR;
  } catch {
    return NO_SENSOR; // Most computers that are no Linux board have no such file.
  }
};

/** The one who asks for it is not interrupted. */
export const restart: typeof declared.restart = () => {
  reason = "restart";
  setImmediate(restarted);
};

/** For the desk. */
export const host = {
  /** Who restarts the device when it asks for it. */
  onRestart(action: () => void): void {
    restarted = action;
  },

  /** The device's own number, 0 to 0xffffff: by default it follows from the computer's name. */
  setChipId(id: number): void {
    identity = id;
  },

  /** Whether the jumper for the simulator is set. */
  setJumper(set: boolean): void {
    hasJumper = set;
  },

  /** Presses the button, or lets it go. */
  setButton(down: boolean): void {
    isPressed = down;
  },

  /** Makes chance repeatable: the same seed, the same numbers. Not for anything secret. */
  setRandom(seed: number): void {
    let state = seed >>> 0;
    nextRandom = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state;
    };
  },
};
