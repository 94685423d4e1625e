import { keep, kept } from "./kept.ts";

export type Theme = "dark" | "light";

/** The theme that was chosen last, or else the one that the system has. */
export function firstTheme(): Theme {
  const chosen = kept("theme");
  if (chosen === "dark" || chosen === "light") {
    return chosen;
  }
  return matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark";
}

export function applyTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
}

export function chooseTheme(theme: Theme): void {
  keep("theme", theme);
  applyTheme(theme);
}
