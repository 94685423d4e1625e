import type { Dated, Reading } from "../../api.ts";
import { useLanguage } from "../../text/context.ts";

interface Props {
  readonly readings: readonly Reading[];
  /** Seconds since the device was asked. */
  readonly sinceRead: number;
}

/** Every reading, with the time since the meter sent it. */
export function ReadingTable({ readings, sinceRead }: Props) {
  const language = useLanguage();
  if (readings.length === 0) {
    return null;
  }
  return (
    <section class="card" aria-labelledby="readings">
      <h2 id="readings">
        {language.text("live.readings")} <small>{readings.length}</small>
      </h2>
      <table class="readings">
        <thead>
          <tr>
            <th scope="col">{language.text("live.topic")}</th>
            <th scope="col">{language.text("live.value")}</th>
            <th scope="col">{language.text("live.age")}</th>
          </tr>
        </thead>
        <tbody>
          {readings.map(({ topic, code, value, unit, time, age }) => (
            <tr key={topic}>
              <th scope="row">
                {breakable(topic)}
                {code !== undefined && <small>{code}</small>}
              </th>
              <td>
                <Value value={value} /> {unit === "m3" ? "m³" : unit}
                {time !== undefined && <small>{language.text("total.at", { time: language.moment(time) })}</small>}
              </td>
              <td>{language.span(age + sinceRead)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** As the device says it, so that it is what a program reads from the broker too. */
function Value({ value }: Pick<Reading, "value">) {
  const language = useLanguage();
  if (value === null || !Array.isArray(value)) {
    return <>{value ?? "…"}</>;
  }
  return (
    <ul class="list">
      {value.map((entry: Dated, index) => (
        <li key={index}>
          {entry.value} {entry.unit} <small>{entry.time === null ? "–" : language.moment(entry.time)}</small>
        </li>
      ))}
    </ul>
  );
}

/** A topic that a narrow screen breaks between its words. */
function breakable(topic: string) {
  return topic.split(/(?<=[/_])/).flatMap((word, index) => [word, <wbr key={index} />]);
}
