/** What a secret looks like where it was not meant to be. */

/** All the ways in which a text could be written. */
export function spellings(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const hex = bytes.toString("hex");
  const percent = [...bytes].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");
  // Where it stands in base64 depends on how much is before it; the first and last characters depend on what is around it.
  const base64 = [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes])
      .toString("base64")
      .replace(/=+$/, "");
    return text.slice(before === 0 ? 0 : before + 1, -1);
  });
  const escaped = [...bytes].map((byte) => `\\u${byte.toString(16).padStart(4, "0")}`).join("");
  const reversed = Buffer.from(bytes).reverse().toString("latin1");
  return [
    ...[secret, secret.toLowerCase(), secret.toUpperCase(), hex, hex.toUpperCase(), percent, percent.toUpperCase()],
    ...[...base64, ...base64.map((text) => text.replaceAll("+", "-").replaceAll("/", "_")), escaped, reversed],
  ];
}

/** Which of the secrets stand in a text, by name. */
export function tracesOf(secrets: Readonly<Record<string, string>>, text: string): string[] {
  return Object.keys(secrets).filter((name) => spellings(secrets[name]).some((spelling) => text.includes(spelling)));
}
