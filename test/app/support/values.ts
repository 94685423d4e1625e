import type { Setting } from "../../../ts/settings/setting.ts";

/** A value that a setting may have, another one for each of `which` 1 and 2. */
export function valueOf({ name, kind, max, number, choices }: Setting, which: 1 | 2): string {
  switch (kind) {
    case "number":
      return String(max - which); // The port for telegrams is one that no other test expects to be free.
    case "switch":
      return (which === 1) === (number === 0) ? "on" : "off";
    case "choice":
      return choices.split("|")[which % (max + 1)] ?? "";
    case "password":
      return `p${which}`.padEnd(98, `${which}a`);
    case "hex":
      return `${which}`.repeat(32);
    case "key":
      return `${which}a`.repeat(16);
    case "address":
      return `192.168.0.${which}`;
    case "host":
      return `host_${which}`;
    case "topic":
      return `topic/${which}`;
    default:
      return `${which} é 😀 ${name}`.slice(0, 24);
  }
}
