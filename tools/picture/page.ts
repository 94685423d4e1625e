import type { BrowserContextOptions } from "playwright-core";
import { LIMIT_MILLISECONDS, startBrowser } from "./browser.ts";

/** The pictures of the page, each with the screen on which it is seen. */
const PICTURES: readonly (readonly [file: string, screen: BrowserContextOptions])[] = [
  ["page-phone.png", { viewport: { width: 390, height: 844 }, colorScheme: "dark", locale: "en" }],
  ["page-desktop.png", { viewport: { width: 1100, height: 844 }, colorScheme: "light", locale: "en" }],
];

/** Photographs the page at an address, in a real browser, into a folder. Gives the files' names. */
export async function photographPage(address: string, folder: string): Promise<string[]> {
  const browser = await startBrowser();
  for (const [file, screen] of PICTURES) {
    const context = await browser.newContext(screen);
    context.setDefaultTimeout(LIMIT_MILLISECONDS);
    const page = await context.newPage();
    await page.goto(address);
    await page.locator(".watts").waitFor();
    await page.locator(".readings").waitFor();
    await page.locator('nav a[href="#settings"]').waitFor();
    await page.screenshot({ path: `${folder}/${file}` });
    await context.close();
  }
  await browser.close();
  return PICTURES.map(([file]) => file);
}
