import type { Form } from "../../settings.ts";
import { useLanguage } from "../../text/context.ts";

/** What is changed and not saved, or how the last save went. It ends a form of settings. */
export function SaveBar({ form }: { readonly form: Form }) {
  const language = useLanguage();
  const count = Object.keys(form.changes).length;
  const { problem, saved } = form;
  return (
    <div class={count > 0 || problem !== undefined ? "save shown" : "save"}>
      <p role="status">
        {count > 0 && language.text(count === 1 ? "settings.change" : "settings.changes", { count })}
        {count === 0 && saved !== undefined && language.text("settings.saved")}
      </p>
      {problem !== undefined && (
        <p role="alert" class="wrong" lang={problem.status < 100 ? language.name : "en"}>
          {language.problem(problem)}
        </p>
      )}
      {count > 0 && (
        <div class="buttons">
          <button type="button" onClick={form.undo}>
            {language.text("settings.undo")}
          </button>
          <button type="submit" class="main">
            {language.text("settings.save")}
          </button>
        </div>
      )}
    </div>
  );
}
