import { Guarded, type Access } from "../access.tsx";
import type { Status } from "../api.ts";
import type { Form } from "../settings.ts";
import { useLanguage } from "../text/context.ts";
import { Field } from "./settings/field.tsx";
import { SaveBar } from "./settings/save.tsx";
import { AccessPoint } from "./setup/access-point.tsx";
import { Wifi } from "./setup/wifi.tsx";

interface Props {
  readonly status: Status | undefined;
  readonly access: Access;
  readonly form: Form;
}

/** What a broker needs; the other settings of its group can stay as they are. */
const BROKER = ["broker_host", "broker_port", "broker_tls", "broker_user", "broker_password"];

/** The first start, step by step: password, Wi-Fi, broker. Later the way to another Wi-Fi. */
export function Setup({ status, access, form }: Props) {
  const language = useLanguage();
  const broker = form.settings.filter(({ name }) => BROKER.includes(name));
  return (
    <Guarded access={access}>
      <Wifi status={status} />
      {status?.proposed_name !== undefined && <OtherName status={status} name={status.proposed_name} form={form} />}
      {broker.length > 0 && (
        <section class="card narrow" aria-labelledby="broker">
          <h2 id="broker">{language.text("setup.broker")}</h2>
          <p>{language.text(status?.broker.connected === true ? "setup.brokerRight" : "setup.brokerHelp")}</p>
          <form
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              void form.save();
            }}
          >
            {broker.map((setting) => (
              <Field key={setting.name} setting={setting} form={form} disabled={false} />
            ))}
            <SaveBar form={form} />
          </form>
        </section>
      )}
      <AccessPoint />
    </Guarded>
  );
}

interface OtherNameProps {
  readonly status: Status;
  readonly name: string;
  readonly form: Form;
}

/** Another device has this one's name: both would have the same address, and publish the same topics. */
function OtherName({ status, name, form }: OtherNameProps) {
  const language = useLanguage();
  const isTopicToo = form.settings.some((setting) => setting.name === "root_topic" && setting.value === status.name);
  return (
    <section class="card narrow" aria-labelledby="other-name">
      <h2 id="other-name">{language.text("setup.taken", { name: status.name })}</h2>
      <button
        type="button"
        onClick={() => void form.save({ host_name: name, ...(isTopicToo ? { root_topic: name } : {}) })}
      >
        {language.text("setup.rename", { name })}
      </button>
    </section>
  );
}
