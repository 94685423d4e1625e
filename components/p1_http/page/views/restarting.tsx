import { post } from "../api.ts";
import { refresh } from "../polling.ts";
import { useLanguage } from "../text/context.ts";

/** A restart that somebody asked for, and how it is prevented. */
export function Restarting({ mayCancel }: { readonly mayCancel: boolean }) {
  const language = useLanguage();
  return (
    <div class="problem between" role="alert">
      <span>{language.text("problem.restart")}</span>
      {mayCancel && (
        <button type="button" onClick={() => void post("/api/cancel").then(refresh)}>
          {language.text("restart.cancel")}
        </button>
      )}
    </div>
  );
}
