import type { Form, Setting } from "../../settings.ts";
import { useLanguage } from "../../text/context.ts";

interface Props {
  readonly setting: Setting;
  readonly form: Form;
  readonly disabled: boolean;
}

/** A setting with its name, its help, and what the device says is wrong with it. */
export function Field({ setting, form, disabled }: Props) {
  const language = useLanguage();
  const { name, help, kind } = setting;
  const wrong = form.problem?.setting === name;
  const label = <label for={name}>{language.find(`setting.${name}`) ?? name.replaceAll("_", " ")}</label>;
  const common = {
    id: name,
    disabled,
    "aria-describedby": wrong ? `${name}-wrong ${name}-help` : `${name}-help`,
    "aria-invalid": wrong,
  };
  return (
    <div class={name in form.changes ? "field changed" : "field"}>
      {kind === "switch" ? (
        <div class="check">
          <Control setting={setting} form={form} common={common} />
          {label}
        </div>
      ) : (
        <>
          {label}
          <Control setting={setting} form={form} common={common} />
        </>
      )}
      {wrong && (
        <p id={`${name}-wrong`} class="wrong" lang="en">
          {form.problem?.message}
        </p>
      )}
      <p id={`${name}-help`} class="help" lang="en">
        {help}
      </p>
    </div>
  );
}

interface ControlProps extends Omit<Props, "disabled"> {
  /** What every kind of control has. */
  readonly common: {
    readonly id: string;
    readonly disabled: boolean;
    readonly "aria-describedby": string;
    readonly "aria-invalid": boolean;
  };
}

function Control({ setting, form, common }: ControlProps) {
  const { name, kind, max, choices } = setting;
  if (setting.value === undefined) {
    return <Secret setting={setting} form={form} common={common} />;
  }
  const value = form.changes[name] ?? setting.value;
  const set = (text: string): void => form.change(name, text);
  switch (kind) {
    case "switch":
      return (
        <input
          {...common}
          type="checkbox"
          checked={value === "on"}
          onChange={(event) => set(event.currentTarget.checked ? "on" : "off")}
        />
      );
    case "choice":
      return (
        <select {...common} value={value} onChange={(event) => set(event.currentTarget.value)}>
          {(choices ?? []).map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </select>
      );
    default:
      return (
        <input
          {...common}
          type="text"
          value={value}
          maxLength={kind === "number" ? undefined : max}
          inputMode={kind === "number" ? "numeric" : undefined}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          onInput={(event) => set(event.currentTarget.value)}
        />
      );
  }
}

/** What is kept is never shown: it is replaced, or removed. */
function Secret({ setting, form, common }: ControlProps) {
  const language = useLanguage();
  const { name, set = false, max } = setting;
  const change = form.changes[name];
  const kept = set && change === undefined;
  return (
    <div class="secret">
      <input
        {...common}
        type="password"
        value={change ?? ""}
        maxLength={max}
        autocomplete="new-password"
        placeholder={language.text(kept ? "settings.kept" : change === "" ? "settings.removed" : "settings.none")}
        onInput={(event) => form.change(name, event.currentTarget.value === "" ? undefined : event.currentTarget.value)}
      />
      {kept && !common.disabled && (
        <button type="button" onClick={() => form.change(name, "")}>
          {language.text("settings.remove")}
          <span class="hidden"> {name}</span>
        </button>
      )}
    </div>
  );
}
