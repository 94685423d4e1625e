import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** The Home Assistant that this project is tried with. */
export const VERSION = "2024.3.3";
const PYTHON = "python3.11";
/** The integrations that start with it, as far as they want packages of their own. */
const INTEGRATIONS = ["mqtt", "frontend", "backup", "hardware", "network"];

/**
 * The folder of a virtual environment with Home Assistant, made the first time: 400 MB, kept in the user's cache. Null, and
 * `say` hears why, where it can't be had.
 */
export function homeAssistantEnvironment(say: (line: string) => void): string | null {
  const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "p1-meter");
  const folder = join(cache, `home-assistant-${VERSION}`);
  const complete = join(folder, "complete");
  if (existsSync(complete)) {
    return folder;
  }
  if (spawnSync(PYTHON, ["--version"]).error !== undefined) {
    say(`skipped: this machine has no ${PYTHON} (apt install python3.11-venv)`);
    return null;
  }
  say(`installing Home Assistant ${VERSION} in ${folder} (400 MB, once)`);
  mkdirSync(cache, { recursive: true });
  const made =
    run(PYTHON, "-m", "venv", folder) &&
    // A package of its that is newer than it has lost what another one needs.
    install(folder, `homeassistant==${VERSION}`, "josepy<2") &&
    install(folder, ...requirements(folder));
  if (!made) {
    say(`skipped: Home Assistant can't be installed (pip install homeassistant==${VERSION})`);
    return null;
  }
  writeFileSync(complete, "");
  return folder;
}

/** What the integrations and those that they depend on want from PyPI: it is in their manifests. */
function requirements(folder: string): string[] {
  const components = join(folder, "lib", PYTHON, "site-packages", "homeassistant", "components");
  const found = new Map<string, readonly string[]>();
  const waiting = [...INTEGRATIONS];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (!found.has(name)) {
      const manifest = JSON.parse(readFileSync(join(components, name, "manifest.json"), "utf8")) as {
        readonly requirements?: readonly string[];
        readonly dependencies?: readonly string[];
      };
      found.set(name, manifest.requirements ?? []);
      waiting.push(...(manifest.dependencies ?? []));
    }
  }
  return [...found.values()].flat();
}

function install(folder: string, ...packages: readonly string[]): boolean {
  return run(join(folder, "bin", "pip"), "install", "--disable-pip-version-check", "--quiet", ...packages);
}

function run(program: string, ...parameters: readonly string[]): boolean {
  return spawnSync(program, parameters, { stdio: ["ignore", "inherit", "inherit"] }).status === 0;
}
