import type { Readings } from "../../readings.ts";
import { useLanguage } from "../../text/context.ts";

/** What is shown large, in this order, where the meter has it. */
const TOPICS = [
  "total/consumption",
  "total/consumption_low_tariff",
  "total/consumption_high_tariff",
  "total/consumption_tariff_3",
  "total/consumption_tariff_4",
  "total/production",
  "total/production_low_tariff",
  "total/production_high_tariff",
  "total/production_tariff_3",
  "total/production_tariff_4",
  "total/gas_meter",
  "total/water_meter",
  "total/warm_water_meter",
  "total/heat_meter",
  "total/cooling_meter",
  "total/heat_cooling_meter",
  "demand/consumption",
  "demand/consumption_peak",
] as const;

/** The totals, gas, and the peaks of the Belgian capacity tariff. */
export function Totals({ readings }: { readonly readings: Readings }) {
  const language = useLanguage();
  const shown = TOPICS.flatMap((topic) => {
    const reading = readings.get(topic);
    return reading === undefined || typeof reading.value !== "number"
      ? []
      : [{ ...reading, topic, value: reading.value }];
  });
  if (shown.length === 0) {
    return null;
  }
  return (
    <section class="card wide" aria-labelledby="totals">
      <h2 id="totals">{language.text("live.meter")}</h2>
      <dl class="totals">
        {shown.map(({ topic, value, unit, time }) => (
          <div key={topic}>
            <dt>{language.find(topic.replace("/", "."))}</dt>
            <dd>
              <strong>{language.number(value, 3)}</strong> {unit === "m3" ? "m³" : unit}
              {time !== undefined && <small>{language.text("total.at", { time: language.moment(time) })}</small>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
