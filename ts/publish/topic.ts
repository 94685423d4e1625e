import { type Writer } from "ts2c";
import { type Meter } from "../meter/meter.ts";
import { type StagedReading, type Staging } from "../p1/staging.ts";
import { CODES } from "../settings/codes.ts";
import { type Settings } from "../settings/settings.ts";

/** Writes the topic that a setting gives to a reading's code, or else its own, below the root. */
export function writeTopic(
  out: Writer,
  settings: Settings,
  meter: Meter,
  staging: Staging,
  reading: StagedReading,
): void {
  const place = settings.codes.find(reading.code);
  if (place < CODES && !settings.codes.isOff(reading.code)) {
    meter.writeOwnTopic(out, settings.codes.topicAt(place), staging, reading);
  } else {
    meter.writeTopic(out, staging, reading);
  }
}
