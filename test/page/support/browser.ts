import { after, before } from "node:test";
import type { Browser } from "playwright-core";
import { startBrowser } from "../../../tools/picture/browser.ts";
import { needs } from "../../../tools/test/needs.ts";

/** Why the tests of a page can't run here, if they can't. */
export const skip = needs("chromium");

/** One browser for the tests of a file; to be called outside of them. */
export function sharedBrowser(): () => Browser {
  let browser: Browser | null = null;
  before(async () => {
    browser = skip === false ? await startBrowser() : null;
  });
  after(() => browser?.close());
  return () => browser!;
}
