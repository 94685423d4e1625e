/** What the C compilers are asked to say of the C that is made from TypeScript, and what they are not. */

/** What is an error in it. */
export const WARNINGS = ["-Wall", "-Wextra", "-Wconversion", "-Wshadow", "-Werror"];

/**
 * Random programs have things that nothing uses, tests that can't fail, and shifts by too much behind those; every other warning
 * is a fault of the C.
 */
export const SILLY = [
  "unused-variable",
  "unused-but-set-variable",
  "unused-but-set-parameter",
  "unused-function",
  "unused-const-variable",
  "tautological-compare",
  "type-limits",
  "self-assign",
  "shift-count-negative",
  "shift-count-overflow",
];
/** What only clang has to say of silly programs. */
export const SILLY_TO_CLANG = ["xor-used-as-pow", "for-loop-analysis"];
/**
 * What gcc says without cause: of `u - (uint32_t)f()` where `f` is narrow; of tested ends, and of 0 that would overflow to 0,
 * when sanitizers are on; of a constant `uint32_t` that is shifted, which it takes for the `int` behind its cast, and made signed
 * again; and of `minusOne ^ byte`, which it takes for the complement of a byte.
 */
export const FALSE_ALARMS = [
  "sign-conversion",
  "array-bounds",
  "stringop-overflow",
  "stringop-overread",
  "sign-compare",
  "overflow",
  "shift-overflow",
  "shift-negative-value",
];

/** The options that switch warnings off. */
export function without(warnings: readonly string[]): string[] {
  return warnings.map((each) => `-Wno-${each}`);
}
