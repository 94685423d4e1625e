import type { Reading, Status } from "../../api.ts";
import type { Polled } from "../../polling.ts";
import type { Readings } from "../../readings.ts";
import type { Language } from "../../text/language.ts";

/** A meter sends every ten seconds at the slowest; after so many seconds something is wrong. */
const SILENT_SECONDS = 60;
/** One damaged telegram in so many is worth a word. */
const DAMAGED_SHARE = 20;

interface Seen {
  readonly status: Polled<Status>;
  readonly polled: Polled<readonly Reading[]>;
  readonly readings: Readings;
  /** Milliseconds: now, and when the page began to ask. */
  readonly now: number;
  readonly since: number;
}

/** What is wrong, in sentences that say what to do about it. */
export function problemsOf({ status, polled, readings, now, since }: Seen, language: Language): string[] {
  if (status.problem !== undefined) {
    const time = language.span((now - (status.at === 0 ? since : status.at)) / 1000);
    return [status.problem.status === 0 ? language.text("problem.lost", { time }) : status.problem.message];
  }
  if (status.data === undefined) {
    return [];
  }
  const { broker, firmware, network, telegrams } = status.data;
  const all = telegrams.received + telegrams.refused;
  const age = readings.age();
  const silence = age === undefined ? 0 : age + (now - polled.at) / 1000;
  const problems: (string | false)[] = [
    network.trouble !== undefined && (language.find(`joining.${network.trouble}`) ?? false),
    broker.trouble !== undefined && (language.find(`broker.${broker.trouble}`) ?? language.text("problem.broker")),
    silence > SILENT_SECONDS && language.text("problem.meter", { time: language.span(silence) }),
    telegrams.received === 0 && telegrams.silent && language.text("problem.meterNever"),
    telegrams.refused * DAMAGED_SHARE > all && language.text("problem.refused", { count: telegrams.refused, all }),
    firmware.state === "trial" && language.text("problem.trial", { version: firmware.version }),
  ];
  return problems.filter((problem) => problem !== false);
}
