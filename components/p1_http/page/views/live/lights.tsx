import type { Colour } from "../../api.ts";
import { useLanguage } from "../../text/context.ts";

const NAMES = ["network", "broker", "meter"] as const;

/** The three lights as they are, with what they mean: not everybody sees the colour. */
export function Lights({ colours }: { readonly colours: readonly Colour[] }) {
  const language = useLanguage();
  return (
    <section class="card" aria-labelledby="lights">
      <h2 id="lights">{language.text("live.lights")}</h2>
      <ul class="lights">
        {NAMES.map((name, index) => {
          const colour = colours[index] ?? "off";
          const meaning = language.find(`${name}.${colour}`);
          return (
            <li key={name}>
              <span class={`light ${colour}`} aria-hidden="true" />
              <span>
                {language.text(`light.${name}`)}
                <small>
                  {language.text(`colour.${colour}`)}
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
