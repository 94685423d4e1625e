import type { Status } from "../../api.ts";
import { useLanguage } from "../../text/context.ts";

/** What the device says of itself. */
export function Device({ status }: { readonly status: Status }) {
  const language = useLanguage();
  const { network, telegrams, publications, firmware, uptime, memory_free: memory } = status;
  const signal = network.signal_dBm === undefined ? "–" : language.number(network.signal_dBm);
  const rows: (readonly [name: string, value: string])[] = [
    [
      language.text("device.network"),
      network.kind === "wifi" ? language.text("device.wifi", { signal }) : language.text("device.wired"),
    ],
    [language.text("device.address"), network.address],
    [
      language.text("device.telegrams"),
      language.text("device.telegramsWords", {
        count: language.number(telegrams.received + telegrams.refused),
        refused: language.number(telegrams.refused),
      }),
    ],
    [language.text("device.publications"), language.number(publications)],
    [language.text("device.firmware"), firmware.version],
  ];
  rows.push([language.text("device.uptime"), language.span(uptime)]);
  // A desk has more memory than it can say.
  if (memory < 2 ** 31) {
    rows.push([language.text("device.memory"), `${language.number(memory / 1024)} KiB`]);
  }
  return (
    <section class="card" aria-labelledby="device">
      <h2 id="device">{language.text("live.device")}</h2>
      <dl class="facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
