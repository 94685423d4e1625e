/** Whether the device plays a meter, and where what it plays is published: never where real readings are. */

import { type Bytes } from "ts2c";
import * as system from "#platform/system";
import { type Settings } from "../settings/settings.ts";

/** Whether the built-in meter speaks: by setting, or by the jumper. */
export function isSimulated(settings: Settings): boolean {
  return settings.on("simulator") || system.jumper();
}

/** What every topic begins with, as of now. */
export function rootTopic(settings: Settings): Bytes {
  const simulated = settings.text("simulator_topic");
  return isSimulated(settings) && simulated.length > 0 ? simulated : settings.text("root_topic");
}
