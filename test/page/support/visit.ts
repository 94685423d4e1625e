import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from "playwright-core";
import type { EngineName } from "../../../tools/desk/engine/engine.ts";
import { LIMIT_MILLISECONDS } from "../../../tools/picture/browser.ts";
import { DeskProcess } from "../../desk/support/desk-process.ts";

/** The password of a desk that has one. */
export const PASSWORD = "correct horse";

/** A phone, with an English browser. */
const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, locale: "en" };

interface VisitOptions extends BrowserContextOptions {
  readonly engine?: EngineName;
  /** The port of the page; one that is free, unless the test needs to know it. */
  readonly port?: string;
  /** Further options of `npm start`. */
  readonly desk?: readonly string[];
  /** Whether the device has a password. */
  readonly owned?: boolean;
}

/** A device on the desk, and a browser that looks at its page. */
export class Visit implements AsyncDisposable {
  readonly desk: DeskProcess;
  readonly page: Page;
  /** Where the page is: `http://127.0.0.1:8080`. */
  readonly at: string;
  private readonly context: BrowserContext;

  static async begin(browser: Browser, options: VisitOptions = {}): Promise<Visit> {
    const { engine = "ts", port = "0", desk: more = [], owned = false, ...screen } = options;
    const login = owned ? ["--set", `login_password=${PASSWORD}`] : [];
    const desk = new DeskProcess(["--http", port, "--engine", engine, ...login, ...more]);
    const at = (await desk.wrote(/page: +(http:\/\/127\.0\.0\.1:\d+)/))[1] ?? "";
    if (owned) {
      await desk.wrote(/password was set/);
    }
    const context = await browser.newContext({ ...PHONE, ...screen });
    context.setDefaultTimeout(LIMIT_MILLISECONDS);
    return new Visit(desk, at, context, await context.newPage());
  }

  private constructor(desk: DeskProcess, at: string, context: BrowserContext, page: Page) {
    this.desk = desk;
    this.at = at;
    this.context = context;
    this.page = page;
  }

  /** Opens a view, and waits until the device is known to the page. */
  async open(view = "live"): Promise<void> {
    await this.page.goto(`${this.at}/#${view}`);
    await this.page.locator("header .answering.live").waitFor();
    await this.page.locator(`nav a[href="#${view}"][aria-current]`).waitFor();
  }

  /** Logs in with the form that is in sight. */
  async logIn(password = PASSWORD): Promise<void> {
    await this.page.locator("#password").fill(password);
    await this.page.getByRole("button", { name: "Log in" }).click();
  }

  /** A group of the settings, unfolded. */
  async unfold(group: string): Promise<Locator> {
    const details = this.page.locator("details", { has: this.page.getByRole("heading", { name: group, exact: true }) });
    await details.waitFor();
    if ((await details.getAttribute("open")) === null) {
      await details.locator("summary").click();
    }
    return details;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.context.close();
    await this.desk[Symbol.asyncDispose]();
  }
}
