/** Texts that are the same in JavaScript, which counts in UTF-16, and in C, which has their UTF-8. */

/** Why a text is refused that `isWholeText` says is not one. */
export const HALF_CHARACTER = "half of a surrogate pair";

/** Halves of surrogate pairs all become the same character in UTF-8. */
export function isWholeText(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}
