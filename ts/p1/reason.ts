import { type SkipReason } from "./staging.ts";

/** Why a line gave no reading, in words. */
export function reasonText(why: SkipReason): string {
  switch (why) {
    case "code":
      return "no OBIS code at its beginning";
    case "brackets":
      return "a bracket is missing";
    case "empty":
      return "no value";
    case "number":
      return "no number where there must be one";
    case "time":
      return "no valid time";
    case "list":
      return "a list that can't be read";
    case "absent":
      return "no device on this M-Bus channel";
    case "twice":
      return "the telegram had this code before";
    case "full":
      return "full";
  }
}
