import { readFileSync } from "node:fs";
import { Failure, messageOf, systemReason } from "./failure.ts";
import type { HeardWifi } from "./platform/network.ts";

/** What `--wifi simulated` lets the device hear. */
const SIMULATED: readonly HeardWifi[] = [
  { name: "home", password: "correct horse", signal: -52 },
  { name: "Café ☕", password: "", signal: -67 },
  { name: "neighbours", password: "battery staple", signal: -81 },
];

const EXAMPLE = '[{"name":"home","password":"correct horse","signal":-60}]';

/** The networks around the desk: those of a JSON file, or `simulated` ones. */
export function airOf(name: string): readonly HeardWifi[] {
  return name === "simulated" ? SIMULATED : listOf(name, parsed(name)).map((one) => heardOf(name, one));
}

function parsed(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw new Failure(`--wifi: ${file} can't be read: ${systemReason(error)}.`, 2);
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new Failure(`--wifi: ${file} is no JSON: ${messageOf(error)}. Write it as ${EXAMPLE}.`, 2);
  }
}

function listOf(file: string, value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) {
    throw new Failure(`--wifi: ${file} is no list of networks. Write it as ${EXAMPLE}.`, 2);
  }
  return value;
}

function heardOf(file: string, value: unknown): HeardWifi {
  const { name, password = "", signal = -60 } = (value ?? {}) as Record<string, unknown>;
  const bytes = typeof name === "string" ? Buffer.byteLength(name) : 0;
  if (typeof name !== "string" || bytes < 1 || bytes > 32) {
    throw new Failure(`--wifi: a network in ${file} has no name of 1 to 32 bytes. Write it as ${EXAMPLE}.`, 2);
  }
  if (typeof password !== "string") {
    throw new Failure(`--wifi: the password of ${name} in ${file} is no text; "" is an open network.`, 2);
  }
  if (typeof signal !== "number" || !Number.isInteger(signal) || signal < -128 || signal > 0) {
    throw new Failure(`--wifi: the signal of ${name} in ${file} is no whole number from -128 to 0 (dBm).`, 2);
  }
  return { name, password, signal };
}
