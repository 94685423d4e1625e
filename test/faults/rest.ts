/** The device's memory when nothing is under way: as large as at the start, and nothing left of what was. */

import { must } from "./judge.ts";

/** How many objects, elements and bytes hang on an object: in `ts/` all of it is made at power-up. */
export function sizeOf(state: object | null): number {
  const seen = new Set<object>();
  let size = 0;
  const walk = (value: unknown): void => {
    if (typeof value !== "object" || value === null || seen.has(value)) {
      return;
    }
    seen.add(value);
    size++;
    if (ArrayBuffer.isView(value)) {
      size += value.byteLength;
    } else {
      Object.values(value).forEach(walk);
    }
  };
  walk(state);
  return size;
}

/** What has to be so when nothing is under way: places in the device, by the names of their fields. */
const IDLE: readonly (readonly [string, unknown])[] = [
  ["history.count", 0],
  ["publisher.running", false],
  ["keeper.saving", false],
  ["keeper.storing", false],
  ["keeper.again", false],
  ["installation.state", "idle"],
  ["firmware.request", 0],
  ["forms.whole", 0],
  ["restart.announced", false],
  ["lights.scene", "none"],
  ["configuration.changed", false],
  ["discovery.figure", 34],
  ["discovery.extra", 4],
  ["statistics.next", 34],
  ["lastResort.isLeaving", false],
];

/** Looks at a device with which all is well; one that does not tell Home Assistant of itself keeps what it would tell. */
export function atRest(state: object, discovers: boolean): void {
  const at = (path: string): unknown =>
    path.split(".").reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], state);
  for (const [path, idle] of IDLE.filter(([path]) => discovers || !path.startsWith("discovery."))) {
    must(at(path) === idle, () => `rest: ${path} is ${String(at(path))} when all is well`);
  }
  const flights = at("history.flights") as readonly { readonly state: string }[];
  must(
    flights.every((flight) => flight.state === "waiting"),
    () => `rest: history.flights are ${flights.map((flight) => flight.state).join(" ")}`,
  );
  const kept = at("publisher.kept.readings") as readonly {
    readonly used: boolean;
    readonly leaving: boolean;
    readonly topicLength: number;
    readonly textLength: number;
  }[];
  const used = kept.filter((reading) => reading.used);
  const words = used.reduce((sum, { topicLength, textLength }) => sum + topicLength + textLength, 0);
  must(at("publisher.kept.wordsUsed") === words, () => `rest: kept.wordsUsed is not the ${words} bytes of its words`);
  must(!used.some(({ leaving }) => leaving), () => "rest: a reading still leaves");
}
