import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** Looks at what the page shows, and notes what is wrong under a name for it. */
export class Look {
  states = 0;
  readonly violations: string[] = [];

  async at(page: Page, name: string): Promise<void> {
    this.states++;
    if ((await page.evaluate("typeof axe")) === "undefined") {
      await page.addScriptTag({ content: AXE });
    }
    const found = await page.evaluate<Violation[]>("axe.run().then(({ violations }) => violations)");
    for (const { id, help, nodes } of found) {
      this.violations.push(`${name}: ${id}: ${help}: ${nodes.map(({ html }) => html).join(" ")}`);
    }
  }
}
