import type { Form } from "../../settings.ts";
import { useLanguage } from "../../text/context.ts";

/** All settings as one file, without the secrets, and such a file's settings into the form, where they are seen before they are saved. */
export function SettingsFile({ form }: { readonly form: Form }) {
  const language = useLanguage();
  const take = async (input: HTMLInputElement): Promise<void> => {
    const text = await input.files?.[0]?.text();
    input.value = "";
    if (text !== undefined) {
      form.load(text);
    }
  };
  return (
    <p>
      <a href="/api/settings/export" download="p1_meter.json">
        {language.text("settings.export")}
      </a>{" "}
      <label>
        {language.text("settings.import")}{" "}
        <input type="file" accept=".json" onChange={(event) => void take(event.currentTarget)} />
      </label>
    </p>
  );
}
