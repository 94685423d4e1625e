import { chromium, type Browser } from "playwright-core";

/** Debian's Chromium, on a machine that may have no network and no user but root. */
const PROGRAM = "/usr/bin/chromium";
const ARGUMENTS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** No step of a browser is waited for longer; it is far beyond what anything here takes, on the slowest machine. */
export const LIMIT_MILLISECONDS = 60_000;

export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: PROGRAM, args: ARGUMENTS, timeout: LIMIT_MILLISECONDS });
}
