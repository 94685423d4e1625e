import type { Colour } from "../../api.ts";
import { useLanguage } from "../../text/context.ts";

const NAMES = ["network", "broker", "meter"] as const;

/** The brightest a light is driven to, in a cupboard; on a screen that is full brightness. */
const BRIGHTEST = 48;

type ColourName = "off" | "red" | "green" | "blue" | "yellow" | "purple" | "cyan" | "white";

/** The colours by which of red, green and blue are more than half of the strongest. */
const COLOURS: Readonly<Record<string, ColourName>> = {
  "100": "red",
  "010": "green",
  "001": "blue",
  "110": "yellow",
  "101": "purple",
  "011": "cyan",
};

/** The three lights as they are, with what they mean: not everybody sees the colour. */
export function Lights({ colours }: { readonly colours: readonly Colour[] }) {
  const language = useLanguage();
  if (colours.length < NAMES.length) {
    return null;
  }
  return (
    <section class="card" aria-labelledby="lights">
      <h2 id="lights">{language.text("live.lights")}</h2>
      <ul class="lights">
        {NAMES.map((name, index) => {
          const colour = colours[index] ?? [0, 0, 0];
          const colourName = nameOf(colour);
          const meaning = language.find(`${name}.${colourName}`);
          return (
            <li key={name}>
              <span class="light" aria-hidden="true" style={{ "--light": brightened(colour) }} />
              <span>
                {language.text(`light.${name}`)}
                <small>
                  {language.text(`colour.${colourName}`)}
                  {meaning !== undefined && `: ${meaning}`}
                </small>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function nameOf(colour: Colour): ColourName {
  const strongest = Math.max(...colour);
  if (strongest === 0) {
    return "off";
  }
  return COLOURS[colour.map((part) => (part * 2 > strongest ? "1" : "0")).join("")] ?? "white";
}

function brightened(colour: Colour): string {
  const strongest = Math.max(...colour);
  const factor = strongest === 0 ? 0 : Math.max(255 / BRIGHTEST, 230 / strongest);
  return strongest === 0
    ? "transparent"
    : `rgb(${colour.map((part) => Math.min(255, Math.round(part * factor))).join(" ")})`;
}
