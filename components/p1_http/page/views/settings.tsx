import { useLayoutEffect } from "preact/hooks";
import { ChangePassword, FirstPassword, HowToClaim, Login, type Access } from "../access.tsx";
import { post } from "../api.ts";
import { refresh } from "../polling.ts";
import type { Present } from "../present.ts";
import type { Form } from "../settings.ts";
import { useLanguage } from "../text/context.ts";
import { Certificates } from "./settings/certificates.tsx";
import { Codes } from "./settings/codes.tsx";
import { Field } from "./settings/field.tsx";
import { SettingsFile } from "./settings/file.tsx";
import { SaveBar } from "./settings/save.tsx";

interface Props {
  readonly form: Form;
  readonly access: Access;
  readonly present: Present;
}

/** All settings, by group. Whoever may not change them sees how that is got. */
export function Settings({ form, access, present }: Props) {
  const language = useLanguage();
  const groups = [...new Set(form.settings.map(({ group }) => group))].filter((group) => group !== "codes");
  const wrong = form.problem?.setting;
  // With the message itself, not after the next painting: who types on meanwhile types into the field that is wrong.
  useLayoutEffect(() => {
    if (wrong !== undefined) {
      const field = document.getElementById(wrong);
      field?.closest("details")?.setAttribute("open", "");
      field?.focus();
    }
  }, [form.problem]);
  return (
    <>
      {access === "needed" && <Login />}
      {access === "claimable" && <FirstPassword />}
      {access === "none" && <HowToClaim />}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void form.save();
        }}
      >
        {groups.map((group, index) => (
          <details key={group} class="card" open={index === 0}>
            <summary>
              <h2>{language.find(`group.${group}`) ?? group}</h2>
            </summary>
            {form.settings
              .filter((setting) => setting.group === group)
              .map((setting) => (
                <Field key={setting.name} setting={setting} form={form} disabled={access !== "given"} />
              ))}
          </details>
        ))}
        {form.settings.length > 0 && <Codes form={form} disabled={access !== "given"} />}
        <SaveBar form={form} />
      </form>
      {access === "given" && present.has("/api/certificates") && <Certificates />}
      {access === "given" && present.has("/api/password") && <ChangePassword />}
      {access === "given" && (
        <section class="card narrow" aria-label={language.text("live.device")}>
          <SettingsFile form={form} />
          {present.has("/api/restart") && (
            <>
              <p id="restart-help">{language.text("restart.help")}</p>
              <button type="button" aria-describedby="restart-help" onClick={() => send("/api/restart")}>
                {language.text("restart.title")}
              </button>
            </>
          )}
          {present.has("/api/password") && (
            <button type="button" onClick={() => send("/api/logout")}>
              {language.text("access.logout")}
            </button>
          )}
        </section>
      )}
    </>
  );
}

/** What comes of it is seen in the device's state. */
function send(path: string): void {
  post(path).then(refresh, refresh);
}
