/** The device's page: starts the program in it. */

import { render } from "preact";
import { App } from "./app.tsx";
import { applyTheme, firstTheme } from "./theme.ts";

applyTheme(firstTheme());
render(<App />, document.body);
