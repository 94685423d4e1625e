import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { Language } from "./language.ts";

export const LanguageContext = createContext(new Language("en"));

/** The language that is chosen. */
export function useLanguage(): Language {
  return useContext(LanguageContext);
}
