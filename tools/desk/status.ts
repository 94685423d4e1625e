import type { EngineName } from "./engine/engine.ts";
import type { Colour } from "./platform/lights.ts";

/** The value that was last published under a topic, when that was by the desk's clock, and how often there was one. */
export interface PublishedValue {
  readonly payload: string;
  readonly at: number;
  readonly times: number;
}

/** A line of the device's log. */
export interface LogLine {
  readonly time: string;
  readonly level: "error" | "warning" | "info" | "debug";
  readonly message: string;
}

/** All that the person in front of the desk is shown, as it is at one moment. */
export interface Status {
  readonly engine: EngineName;
  /** The broker, without its password. */
  readonly broker: string;
  /** The command with which another MQTT client looks. */
  readonly look: string;
  /** Where a browser finds the page. */
  readonly page: string;
  readonly meter: string;
  readonly now: number;
  readonly lights: readonly Colour[];
  readonly counters: readonly (readonly [words: string, count: number])[];
  readonly values: ReadonlyMap<string, PublishedValue>;
  readonly log: readonly LogLine[];
}
