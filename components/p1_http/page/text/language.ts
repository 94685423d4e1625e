import { NO_FILE } from "../settings.ts";
import type { Problem } from "../api.ts";
import { keep, kept } from "../kept.ts";
import { de } from "./de.ts";
import { en, type Key, type Words } from "./en.ts";
import { fr } from "./fr.ts";
import { nl } from "./nl.ts";

export type LanguageName = "nl" | "en" | "fr" | "de";

export const WORDS: Readonly<Record<LanguageName, Words>> = { nl, en, fr, de };

/** The languages, each by its own name. */
export const LANGUAGES: readonly (readonly [name: LanguageName, own: string])[] = [
  ["nl", "Nederlands"],
  ["en", "English"],
  ["fr", "Français"],
  ["de", "Deutsch"],
];

/** The language that was chosen last, or else the first of the browser's that there is. */
export function firstLanguage(): LanguageName {
  const wanted = [kept("language") ?? "", ...navigator.languages].map((tag) => tag.slice(0, 2));
  return LANGUAGES.find(([name]) => name === wanted.find((tag) => tag in WORDS))?.[0] ?? "en";
}

export function keepLanguage(name: LanguageName): void {
  keep("language", name);
}

/** The words and numbers of one language. */
export class Language {
  readonly name: LanguageName;

  constructor(name: LanguageName) {
    this.name = name;
  }

  /** A text, with `{names}` in it replaced. */
  text = (key: Key, values: Readonly<Record<string, string | number>> = {}): string =>
    WORDS[this.name][key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));

  /** The text of a key that is made from what the device says; undefined where the page doesn't know it. */
  find = (key: string): string | undefined => (key in en ? this.text(key as Key) : undefined);

  /** What a refusal says. The device's own sentences are English. */
  problem = ({ status, message }: Problem): string =>
    status === 0 ? this.text("problem.silent") : status === NO_FILE ? this.text("settings.noFile") : message;

  number = (value: number, decimals = 0): string =>
    new Intl.NumberFormat(this.name, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(
      value,
    );

  /** Power in the unit that is read best. */
  power = (watts: number): string =>
    Math.abs(watts) < 10_000 ? `${this.number(watts)} W` : `${this.number(watts / 1000, 2)} kW`;

  /** A time span in the unit that says most. */
  span = (seconds: number): string => {
    const whole = Math.max(0, Math.floor(seconds));
    if (whole < 120) {
      return `${this.number(whole)} s`;
    }
    if (whole < 7200) {
      return `${this.number(Math.floor(whole / 60))} min`;
    }
    return whole < 172_800
      ? `${this.number(Math.floor(whole / 3600))} h`
      : `${this.number(Math.floor(whole / 86_400))} d`;
  };

  /** A moment, by the browser's clock. */
  moment = (iso: string): string =>
    new Intl.DateTimeFormat(this.name, { dateStyle: "medium", timeStyle: "short" }).format(new Date(iso));
}
