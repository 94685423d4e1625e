import assert from "node:assert/strict";
import { test } from "node:test";
import { de } from "../../components/p1_http/page/text/de.ts";
import { en } from "../../components/p1_http/page/text/en.ts";
import { fr } from "../../components/p1_http/page/text/fr.ts";
import { nl } from "../../components/p1_http/page/text/nl.ts";

/** The {names} in a sentence, that become values. */
function namesIn(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name).sort();
}

for (const [language, words] of Object.entries({ nl, fr, de })) {
  test(`${language} has the same keys as English, and the same values in its sentences`, () => {
    assert.deepEqual(Object.keys(words).sort(), Object.keys(en).sort());
    for (const [key, text] of Object.entries(en)) {
      const other = (words as Readonly<Record<string, string>>)[key] ?? "";
      assert.notEqual(other.trim(), "", key);
      assert.deepEqual(namesIn(other), namesIn(text), key);
    }
  });
}
