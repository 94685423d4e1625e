import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { accessOf, Login } from "./access.tsx";
import { useDevice } from "./events.ts";
import { Header } from "./header.tsx";
import { Navigation } from "./navigation.tsx";
import { usePresent, type Path } from "./present.ts";
import { useView, VIEWS, type View } from "./routes.ts";
import { useForm } from "./settings.ts";
import { LanguageContext } from "./text/context.ts";
import { firstLanguage, keepLanguage, Language } from "./text/language.ts";
import { chooseTheme, firstTheme } from "./theme.ts";
import { useUpdate } from "./updating.ts";
import { Live } from "./views/live.tsx";
import { Log } from "./views/log.tsx";
import { Restarting } from "./views/restarting.tsx";
import { Settings } from "./views/settings.tsx";
import { Setup } from "./views/setup.tsx";
import { Update } from "./views/update.tsx";

/** What of the device's interface a view stands on. */
const NEEDS: Readonly<Record<View, Path>> = {
  live: "/api/readings",
  settings: "/api/settings",
  log: "/api/log",
  update: "/api/firmware",
  setup: "/api/networks",
};

/** The page: a header, the way to the views, and the view that was chosen. */
export function App() {
  const [languageName, setLanguageName] = useState(firstLanguage);
  const [theme, setTheme] = useState(firstTheme);
  const language = useMemo(() => new Language(languageName), [languageName]);
  const [mayRead, setMayRead] = useState(false);
  const [login, setLogin] = useState("none");
  const { status, readings } = useDevice(mayRead, login);
  const access = accessOf(status.data);
  const present = usePresent(status.data?.firmware.version, access);
  useEffect(() => setMayRead(present.get("/api/readings") === "open"), [present]);
  useEffect(() => setLogin(access), [access]);
  const form = useForm(present.get("/api/settings") === "open");
  const update = useUpdate(status);
  const chosen = useView();
  const views = VIEWS.filter((view) => view === "live" || present.has(NEEDS[view]));
  const view = views.includes(chosen) ? chosen : "live";
  const name = status.data?.name ?? "P1 meter";
  const main = useRef<HTMLElement>(null);
  const before = useRef(view);

  useEffect(() => {
    document.documentElement.lang = languageName;
    document.title = `${language.text(`nav.${view}`)} · ${name}`;
  }, [language, view, name]);
  // Whoever went to another view by keyboard goes on there.
  useEffect(() => {
    if (before.current !== view) {
      before.current = view;
      main.current?.focus();
      scrollTo(0, 0);
    }
  }, [view]);
  // The first start: nothing is set up before there is a password.
  const first = access !== "claimable" ? undefined : views.includes("setup") ? "setup" : views[1];
  useEffect(() => {
    if (first !== undefined) {
      location.hash = `#${first}`;
    }
  }, [first]);

  return (
    <LanguageContext.Provider value={language}>
      <Header
        name={name}
        status={status}
        theme={theme}
        chooseTheme={(other) => {
          chooseTheme(other);
          setTheme(other);
        }}
        chooseLanguage={(other) => {
          keepLanguage(other);
          setLanguageName(other);
        }}
      />
      <Navigation views={views} shown={view} />
      <main ref={main} tabIndex={-1}>
        {status.data?.restart_in !== undefined && <Restarting mayCancel={access === "given"} />}
        {present.get(NEEDS[view]) === "locked" ? (
          <Login />
        ) : (
          <>
            {view === "live" && <Live status={status} polled={readings} theme={theme} />}
            {view === "settings" && <Settings form={form} access={access} present={present} />}
            {view === "log" && <Log />}
            {view === "update" && <Update status={status.data} update={update} />}
            {view === "setup" && <Setup status={status.data} access={access} form={form} />}
          </>
        )}
      </main>
    </LanguageContext.Provider>
  );
}
