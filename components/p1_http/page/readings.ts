import type { Reading } from "./api.ts";

/** The readings by the topic that they have by themselves, without the unit at its end. */
export class Readings {
  private readonly byTopic: ReadonlyMap<string, Reading>;

  constructor(readings: readonly Reading[]) {
    this.byTopic = new Map(readings.map((reading) => [reading.name ?? bareTopic(reading), reading]));
  }

  get(topic: string): Reading | undefined {
    return this.byTopic.get(topic);
  }

  /** A reading's number; undefined where there is none. */
  number(topic: string): number | undefined {
    const value = this.get(topic)?.value;
    return typeof value === "number" ? value : undefined;
  }

  /** Power in watts: some meters count in kW, others in W. */
  watts(topic: string): number | undefined {
    const value = this.number(topic);
    return value === undefined ? undefined : Math.round(value * (this.get(topic)?.unit?.startsWith("k") ? 1000 : 1));
  }

  /** Seconds since anything was read; undefined where nothing was. */
  age(): number | undefined {
    const ages = [...this.byTopic.values()].map(({ age }) => age);
    return ages.length === 0 ? undefined : Math.min(...ages);
  }
}

export function bareTopic({ topic, unit }: Reading): string {
  return unit !== null && unit !== "" && topic.endsWith(`_${unit}`) ? topic.slice(0, -unit.length - 1) : topic;
}
