import { useState } from "preact/hooks";
import type { Reading, Status } from "../api.ts";
import { useClock, type Polled } from "../polling.ts";
import { Readings } from "../readings.ts";
import { useLanguage } from "../text/context.ts";
import type { Theme } from "../theme.ts";
import { Device } from "./live/device.tsx";
import { Lights } from "./live/lights.tsx";
import { Phases, PowerNow } from "./live/power.tsx";
import { PowerOverTime } from "./live/history.tsx";
import { problemsOf } from "./live/problems.ts";
import { ReadingTable } from "./live/table.tsx";
import { Totals } from "./live/totals.tsx";

interface LiveProps {
  readonly status: Polled<Status>;
  readonly polled: Polled<readonly Reading[]>;
  readonly theme: Theme;
}

/** What the meter and the device do at this moment. */
export function Live({ status, polled, theme }: LiveProps) {
  const language = useLanguage();
  const now = useClock();
  const [since] = useState(now);
  const readings = new Readings(polled.data ?? []);
  const problems = problemsOf({ status, polled, readings, now, since }, language);
  return (
    <>
      <div role="alert">
        {problems.map((problem) => (
          <p key={problem} class="problem">
            {problem}
          </p>
        ))}
      </div>
      <div class="cards">
        <PowerNow readings={readings} />
        <Phases readings={readings} />
        <PowerOverTime theme={theme} />
        <Totals readings={readings} />
        {status.data !== undefined && <Lights colours={status.data.lights} />}
        {status.data !== undefined && <Device status={status.data} />}
      </div>
      <ReadingTable readings={polled.data ?? []} sinceRead={(now - polled.at) / 1000} />
    </>
  );
}
