import { host as clock } from "./platform/clock.ts";
import type { LogLine, PublishedValue } from "./status.ts";

/** How many lines of the log are remembered for the screen. */
const LOG_KEPT = 50;

/** Where the journal's lines go as they come: to plain outputs; while a screen shows the journal there is none. */
export interface Outlet {
  readonly published: (line: string) => void;
  readonly logged: (line: string) => void;
}

/** What was published and what was logged, for the person in front of the desk. */
export class Journal {
  readonly values = new Map<string, PublishedValue>();
  readonly log: LogLine[] = [];
  outlet: Outlet | null;
  private readonly verbose: boolean;

  constructor(verbose: boolean, outlet: Outlet | null) {
    this.verbose = verbose;
    this.outlet = outlet;
  }

  /** A message was taken for the broker. Those that tell Home Assistant what there is would hide what there is. */
  readonly published = (topic: string, payload: string): void => {
    if (topic.endsWith("/config")) {
      return;
    }
    const times = (this.values.get(topic)?.times ?? 0) + 1;
    this.values.set(topic, { payload, at: clock.now(), times });
    this.outlet?.published(`${topic} ${payload.replace(/[\x00-\x1f\x7f]/g, "·")}\n`);
  };

  /** The device or the desk has something to say. */
  readonly logged = (level: LogLine["level"], message: string): void => {
    if (level === "debug" && !this.verbose) {
      return;
    }
    const time = clock.date().toTimeString().slice(0, 8);
    this.log.push({ time, level, message });
    this.log.splice(0, this.log.length - LOG_KEPT);
    this.outlet?.logged(`${time} ${level} ${message}\n`);
  };
}
