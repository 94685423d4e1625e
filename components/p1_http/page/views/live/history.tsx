import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { History } from "../../api.ts";
import { usePolling } from "../../polling.ts";
import { useLanguage } from "../../text/context.ts";
import type { Language } from "../../text/language.ts";
import type { Theme } from "../../theme.ts";
import { Chart } from "./chart.ts";

const SPANS = ["hour", "day"] as const;
type Span = (typeof SPANS)[number];

/** How often the chart is asked for, in seconds: as often as it can have a new point. */
const PERIODS: Readonly<Record<Span, number>> = { hour: 10, day: 60 };

/** The power of the last hour or day; nothing where the device keeps none. */
export function PowerOverTime({ theme }: { readonly theme: Theme }) {
  const language = useLanguage();
  const [span, setSpan] = useState<Span>("hour");
  const { data, at, problem } = usePolling<History>(`/api/history?span=${span}`, PERIODS[span]);
  if (problem?.status === 404) {
    return null;
  }
  return (
    <section class="card wide history" aria-labelledby="history">
      <h2 id="history">{language.text("live.history")}</h2>
      <div class="choice" role="group" aria-labelledby="history">
        {SPANS.map((each) => (
          <button key={each} type="button" aria-pressed={each === span} onClick={() => setSpan(each)}>
            {language.text(`live.${each}`)}
          </button>
        ))}
      </div>
      {data !== undefined && <Figure history={data} at={at} theme={theme} />}
    </section>
  );
}

interface FigureProps {
  readonly history: History;
  /** When it came, in milliseconds. */
  readonly at: number;
  readonly theme: Theme;
}

function Figure({ history, at, theme }: FigureProps) {
  const language = useLanguage();
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<Chart>();
  const words = useMemo(() => wordsFor(history, language), [history, language]);
  useEffect(() => {
    if (place.current === null) {
      return undefined;
    }
    const made = new Chart(place.current, language);
    chart.current = made;
    return () => made.close();
  }, [theme, language]);
  useEffect(() => chart.current?.show(history, at), [history, at, theme, language]);
  return (
    <figure>
      <div ref={place} class="chart" aria-hidden="true" />
      <figcaption>{words}</figcaption>
    </figure>
  );
}

/** What the chart shows, for whoever does not see it. */
function wordsFor(history: History, language: Language): string {
  const drawn = history.import.filter((watts) => watts !== null);
  const given = history.export.filter((watts) => watts !== null);
  if (drawn.length === 0) {
    return language.text("live.historyNone");
  }
  const mean = drawn.reduce((sum, watts) => sum + watts, 0) / drawn.length;
  const words = language.text("live.historyWords", {
    low: language.power(Math.min(...drawn)),
    high: language.power(Math.max(...drawn)),
    mean: language.power(Math.round(mean)),
  });
  const most = Math.max(0, ...given);
  return most === 0 ? words : `${words} ${language.text("live.historyExport", { high: language.power(most) })}`;
}
