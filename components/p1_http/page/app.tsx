import { useEffect, useMemo, useState } from "preact/hooks";
import type { Status } from "./api.ts";
import { Header } from "./header.tsx";
import { usePolling } from "./polling.ts";
import { LanguageContext } from "./text/context.ts";
import { firstLanguage, keepLanguage, Language, type LanguageName } from "./text/language.ts";
import { chooseTheme, firstTheme, type Theme } from "./theme.ts";
import { Live } from "./views/live.tsx";

/** The page: a header, and the view that was chosen. */
export function App() {
  const [languageName, setLanguageName] = useState(firstLanguage);
  const [theme, setTheme] = useState(firstTheme);
  const language = useMemo(() => new Language(languageName), [languageName]);
  const status = usePolling<Status>("/api/status", 2);
  const name = status.data?.name ?? "P1 meter";

  useEffect(() => {
    document.documentElement.lang = languageName;
    document.title = name;
  }, [languageName, name]);

  return (
    <LanguageContext.Provider value={language}>
      <Header
        name={name}
        status={status}
        theme={theme}
        chooseTheme={(chosen: Theme) => {
          chooseTheme(chosen);
          setTheme(chosen);
        }}
        chooseLanguage={(chosen: LanguageName) => {
          keepLanguage(chosen);
          setLanguageName(chosen);
        }}
      />
      <main id="main">
        <Live status={status} theme={theme} />
      </main>
    </LanguageContext.Provider>
  );
}
