import type { Status } from "./api.ts";
import type { Polled } from "./polling.ts";
import { useLanguage } from "./text/context.ts";
import { LANGUAGES, type LanguageName } from "./text/language.ts";
import type { Theme } from "./theme.ts";

interface HeaderProps {
  readonly name: string;
  readonly status: Polled<Status>;
  readonly theme: Theme;
  readonly chooseTheme: (theme: Theme) => void;
  readonly chooseLanguage: (name: LanguageName) => void;
}

/** The device's name, whether it answers, and how the page is shown. */
export function Header({ name, status, theme, chooseTheme, chooseLanguage }: HeaderProps) {
  const language = useLanguage();
  const other = theme === "dark" ? "light" : "dark";
  return (
    <header class="top">
      <h1>{name}</h1>
      <Answering status={status} />
      <select
        aria-label={language.text("language")}
        value={language.name}
        onChange={(event) => chooseLanguage(event.currentTarget.value as LanguageName)}
      >
        {LANGUAGES.map(([value, own]) => (
          <option key={value} value={value} lang={value}>
            {own}
          </option>
        ))}
      </select>
      <button type="button" onClick={() => chooseTheme(other)}>
        <span aria-hidden="true">{other === "dark" ? "☾" : "☀"}</span>
        <span class="hidden"> {language.text(`theme.${other}`)}</span>
      </button>
    </header>
  );
}

function Answering({ status }: { readonly status: Polled<Status> }) {
  const language = useLanguage();
  const state = status.problem !== undefined ? "lost" : status.data === undefined ? "connecting" : "live";
  return (
    <p class={`answering ${state}`} role="status">
      {language.text(`state.${state}`)}
    </p>
  );
}
