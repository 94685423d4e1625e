import type { Readings } from "../../readings.ts";
import { useLanguage } from "../../text/context.ts";

interface Props {
  readonly readings: Readings;
}

/** What the house draws from the grid or gives to it, large. */
export function PowerNow({ readings }: Props) {
  const language = useLanguage();
  const drawn = readings.watts("instant/consumption");
  const given = readings.watts("instant/production") ?? 0;
  const exporting = given > (drawn ?? 0);
  const watts = exporting ? given : drawn;
  return (
    <section class="card now" aria-labelledby="now">
      <h2 id="now">{language.text("live.now")}</h2>
      {watts === undefined ? (
        <p class="waiting">{language.text("live.waiting")}</p>
      ) : (
        <p class={exporting ? "watts export" : "watts import"}>
          <strong>{language.power(watts)}</strong>{" "}
          <span>
            <span aria-hidden="true">{exporting ? "↑ " : "↓ "}</span>
            {language.text(exporting ? "live.export" : "live.import")}
          </span>
        </p>
      )}
    </section>
  );
}

const PHASES = [1, 2, 3] as const;

/** Power, voltage and current of each phase, where the meter tells them. */
export function Phases({ readings }: Props) {
  const language = useLanguage();
  const rows = PHASES.map((n) => {
    const drawn = readings.watts(`instant/power_consumption/l${n}`);
    const given = readings.watts(`instant/power_production/l${n}`);
    return {
      n,
      watts: drawn === undefined && given === undefined ? undefined : (drawn ?? 0) - (given ?? 0),
      volts: readings.number(`instant/voltage/l${n}`),
      amperes: readings.number(`instant/current/l${n}`),
    };
  }).filter(({ watts, volts, amperes }) => watts !== undefined || volts !== undefined || amperes !== undefined);
  if (rows.length === 0) {
    return null;
  }
  const most = Math.max(1, ...rows.map(({ watts }) => Math.abs(watts ?? 0)));
  return (
    <section class="card" aria-labelledby="phases">
      <h2 id="phases">{language.text("live.phases")}</h2>
      <table class="phases">
        <thead>
          <tr>
            <td />
            <th scope="col">{language.text("live.power")}</th>
            <th scope="col">{language.text("live.voltage")}</th>
            <th scope="col">{language.text("live.current")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ n, watts, volts, amperes }) => (
            <tr key={n}>
              <th scope="row">L{n}</th>
              <td>
                {watts !== undefined && (
                  <>
                    {language.power(watts)}
                    <span class="bar" aria-hidden="true">
                      <span
                        class={watts < 0 ? "export" : "import"}
                        style={{ width: `${(Math.abs(watts) / most) * 100}%` }}
                      />
                    </span>
                  </>
                )}
              </td>
              <td>{volts !== undefined && `${language.number(volts, 1)} V`}</td>
              <td>{amperes !== undefined && `${language.number(amperes, Number.isInteger(amperes) ? 0 : 2)} A`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
