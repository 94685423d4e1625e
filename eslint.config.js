import js from "@eslint/js";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

export default defineConfig(
  globalIgnores([
    ...["build/", "generated/", "managed_components/"],
    // Programs that try the language out: what ts2c says of them is what counts.
    ...["test/language/accepted/", "test/language/refused/"],
  ]),
  js.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: "error",
      "prefer-template": "error",
      // Numbers read well in a message; objects don't.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // `return refuse(…)` ends a function as plainly as two statements do.
      "@typescript-eslint/no-confusing-void-expression": "off",
      // Bytes that a telegram can have are what patterns here look for.
      "no-control-regex": "off",
      // For tsc an element that isn't there has the element's type: `a[i] ?? 0` looks unnecessary and is not.
      "@typescript-eslint/no-unnecessary-condition": "off",
      // A driver may have nothing to do.
      "@typescript-eslint/no-empty-function": "off",
      "@typescript-eslint/consistent-indexed-object-style": "off",
    },
  },
  {
    // A compiler knows what its maps hold.
    files: ["tools/**/*.ts", "test/**/*.ts"],
    rules: { "@typescript-eslint/no-non-null-assertion": "off" },
  },
  {
    // node:test keeps the promises of its tests itself.
    files: ["test/**/*.ts"],
    rules: {
      "@typescript-eslint/no-floating-promises": [
        "error",
        {
          allowForKnownSafeCalls: [
            { from: "package", name: ["test", "it", "describe", "suite"], package: "node:test" },
          ],
        },
      ],
    },
  },
  {
    // Static TypeScript: what the language refuses is ts2c's to say; here is what an editor can show at once.
    files: ["ts/**/*.ts", "tools/ts2c/library/writer.ts"],
    rules: {
      "@typescript-eslint/consistent-type-assertions": ["error", { assertionStyle: "never" }],
      "@typescript-eslint/explicit-function-return-type": "error",
      "@typescript-eslint/no-inferrable-types": "off",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/strict-boolean-expressions": [
        "error",
        { allowString: false, allowNumber: false, allowNullableObject: false },
      ],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "no-restricted-globals": ["error", "process", "Buffer", "global", "globalThis", "setTimeout", "Date"],
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            { regex: "^(?!\\.|#platform/|ts2c$)", message: 'ts/ imports from itself, "#platform/…" and "ts2c" only.' },
          ],
        },
      ],
    },
  },
  {
    files: ["**/*.{js,mjs}"],
    languageOptions: { globals: { URL: "readonly", console: "readonly", process: "readonly" } },
  },
);
