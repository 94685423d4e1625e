import { useEffect, useState } from "preact/hooks";

export const VIEWS = ["live", "settings", "log", "update", "setup"] as const;
export type View = (typeof VIEWS)[number];

/** The view that the address names: `#settings`. */
export function useView(): View {
  const [view, setView] = useState(named);
  useEffect(() => {
    const follow = (): void => setView(named());
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  return view;
}

function named(): View {
  return VIEWS.find((view) => location.hash === `#${view}`) ?? "live";
}
