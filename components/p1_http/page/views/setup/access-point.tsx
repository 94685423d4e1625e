import { usePolling } from "../../polling.ts";
import { useLanguage } from "../../text/context.ts";

/** The device's own access point, as `GET /api/access-point` has it. */
interface AccessPointState {
  readonly name: string;
  readonly key: string;
  readonly open: boolean;
}

/** How the device is reached when its Wi-Fi is gone: to be noted while it is not. */
export function AccessPoint() {
  const language = useLanguage();
  const { data } = usePolling<AccessPointState>("/api/access-point", 10);
  if (data === undefined) {
    return null;
  }
  return (
    <section class="card narrow" aria-labelledby="access-point">
      <h2 id="access-point">{language.text("setup.point")}</h2>
      <p>{language.text("setup.pointHelp")}</p>
      <dl>
        <dt>{language.text("setup.name")}</dt>
        <dd>{data.name}</dd>
        <dt>{language.text("setup.password")}</dt>
        <dd>{data.key}</dd>
      </dl>
    </section>
  );
}
