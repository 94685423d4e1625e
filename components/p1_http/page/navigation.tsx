import type { View } from "./routes.ts";
import { useLanguage } from "./text/context.ts";

/** Strokes in a square of 24. */
const SIGNS: Readonly<Record<View, string>> = {
  live: "M13 3 5 14h6l-1 7 8-11h-6z",
  settings: "M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5v5M9 14.5v5",
  log: "M5 5h14M5 10h14M5 15h14M5 20h8",
  update: "M12 16V4M7 9l5-5 5 5M5 20h14",
  setup: "M3 9a13 13 0 0 1 18 0M6.5 13a8 8 0 0 1 11 0M10 17a3 3 0 0 1 4 0M12 20.5v.01",
};

interface Props {
  readonly views: readonly View[];
  readonly shown: View;
}

/** The way from view to view: at the foot of a phone, below the header of a wider screen. */
export function Navigation({ views, shown }: Props) {
  const language = useLanguage();
  if (views.length < 2) {
    return null;
  }
  return (
    <nav aria-label={language.text("nav.label")}>
      {views.map((view) => (
        <a key={view} href={`#${view}`} aria-current={view === shown ? "page" : undefined}>
          <svg class="sign" viewBox="0 0 24 24" aria-hidden="true">
            <path d={SIGNS[view]} />
          </svg>
          {language.text(`nav.${view}`)}
        </a>
      ))}
    </nav>
  );
}
