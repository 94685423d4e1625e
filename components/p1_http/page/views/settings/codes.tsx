import { useState } from "preact/hooks";
import type { Form, Setting } from "../../settings.ts";
import { useLanguage } from "../../text/context.ts";
import { Field } from "./field.tsx";

/** Readings that are renamed, switched off, or added: by their code, which the list of readings shows. */
export function Codes({ form, disabled }: { readonly form: Form; readonly disabled: boolean }) {
  const language = useLanguage();
  const [code, setCode] = useState("");
  const there = form.settings.filter(({ kind }) => kind === "code");
  const known = new Set(form.settings.map(({ name }) => name));
  // A file may bring other names too: the device says of each whether it has such a setting.
  const added = Object.keys(form.changes).filter((name) => /^\d/.test(name) && !known.has(name));
  const wanted = code.trim();
  return (
    <details class="card">
      <summary>
        <h2>{language.text("group.codes")}</h2>
      </summary>
      <p>{language.text("codes.help")}</p>
      {[...there, ...added.map(newCode)].map((setting) => (
        <Field key={setting.name} setting={setting} form={form} disabled={disabled} />
      ))}
      <div class="field">
        <label for="new-code">{language.text("codes.code")}</label>
        <div class="secret">
          <input
            id="new-code"
            value={code}
            disabled={disabled}
            maxLength={20}
            placeholder="1-0:1.8.1"
            onInput={(event) => setCode(event.currentTarget.value)}
          />
          <button
            type="button"
            disabled={disabled || wanted === "" || known.has(wanted)}
            onClick={() => {
              form.change(wanted, "off");
              setCode("");
            }}
          >
            {language.text("codes.add")}
          </button>
        </div>
      </div>
    </details>
  );
}

/** A code that is not saved yet: it begins switched off, and gets its topic in its field. */
function newCode(name: string): Setting {
  return { name, kind: "code", group: "codes", min: 0, max: 40, default: "", value: "", help: "" };
}
