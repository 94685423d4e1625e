/** The firmware's options, as ESP-IDF's own tools read them. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";

import { pythonWith } from "../../tools/test/python.ts";

const root = resolve(import.meta.dirname, "..", "..");
const python = pythonWith("esp-idf-kconfig==3.14.0", "idf-component-manager==3.1.2");
const skip = "skip" in python && python.skip;

/** What the options are for one target, and one choice that somebody made (empty: none). */
interface Options {
  readonly target: string;
  readonly choice: string;
  readonly warnings: readonly string[];
  readonly values: Readonly<Record<string, string>>;
}

/**
 * Pins that a board can't give away: strapping pins, those of flash and SPIRAM, of USB and of the console at UART0. Source:
 * the chips' data sheets, "Strapping Pins" and "Pin Overview".
 */
const TAKEN: Readonly<Record<string, readonly number[]>> = {
  esp32: [0, 2, 5, 12, 15, 6, 7, 8, 9, 10, 11, 16, 17, 1, 3],
  esp32s3: [0, 3, 45, 46, ...range(26, 37), 19, 20, 43, 44],
  esp32c3: [2, 8, 9, ...range(11, 17), 18, 19, 20, 21],
  esp32c6: [4, 5, 8, 9, 15, ...range(24, 30), 12, 13, 16, 17],
};

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function run(...args: readonly string[]): string {
  assert.ok("program" in python);
  const { status, stdout, stderr } = spawnSync(python.program, args, { cwd: root, encoding: "utf8" });
  assert.equal(status, 0, `${args.join(" ")}:\n${stdout}${stderr}`);
  return stdout;
}

const kconfigs = ["main/Kconfig.projbuild", ...filesNamed("Kconfig")];

/** The files of this name in the components, from the root on. */
function filesNamed(name: string): string[] {
  const folders = readdirSync(join(root, "components")).sort();
  return folders.map((folder) => `components/${folder}/${name}`).filter((path) => existsSync(join(root, path)));
}

let found: readonly Options[] | undefined;

/** The options of all targets; they are read once. */
function allOptions(): readonly Options[] {
  found ??= run("test/firmware/kconfig.py", ...kconfigs.map((path) => join(root, path)))
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Options);
  return found;
}

/** The pins that are wired: -1 is none. */
const pinsOf = ({ values }: Options): number[] =>
  Object.entries(values)
    .filter(([name, value]) => name.endsWith("_PIN") && value !== "-1")
    .map(([, value]) => Number(value));

test("Kconfig files are as ESP-IDF wants them", { skip }, () => {
  run("-m", "kconfcheck", ...kconfigs);
});

test("every target has options without a warning", { skip }, () => {
  assert.deepEqual(
    allOptions().map(({ target, warnings }) => [target, warnings]),
    allOptions().map(({ target }) => [target, []]),
  );
});

/** Where boards have their BOOT button. */
const BOOT: Readonly<Record<string, number>> = { esp32: 0, esp32s3: 0, esp32c3: 9, esp32c6: 9 };

/** What the RMII of an ESP32 is wired to, and by default its clock: nobody can choose that. */
const RMII_PINS = [0, 19, 21, 22, 25, 26, 27];

test("no pin is used twice, and by default none that a board needs itself", { skip }, () => {
  for (const options of allOptions()) {
    const name = `${options.target} ${options.choice}`;
    const rmii = "P1_NETWORK_RMII" in options.values;
    const pins = pinsOf(options).filter((pin) => pin >= 0 && !(rmii && pin === 0));
    assert.ok(pins.length >= 4, `${name}: RX, TX, data request, lights`);
    assert.equal(new Set(pins).size, pins.length, `${name}: ${pins.join()}`);
    if (options.choice !== "P1_WIRING_MICROPYTHON") {
      const taken = [...(TAKEN[options.target] ?? []), ...(rmii ? RMII_PINS : [])];
      // The button is the board's own, on a pin that decides how the chip starts.
      const button = Number(options.values.P1_SYSTEM_BUTTON_PIN);
      assert.equal(button, rmii ? -1 : BOOT[options.target], name);
      assert.deepEqual(
        pins.filter((pin) => pin !== button && taken.includes(pin)),
        [],
        name,
      );
    }
  }
});

test("the MicroPython meter's wiring is what its users have", { skip }, () => {
  const seed = allOptions().find(({ choice }) => choice === "P1_WIRING_MICROPYTHON");
  const names = ["P1_SERIAL_RX_PIN", "P1_SERIAL_TX_PIN", "P1_SERIAL_REQUEST_PIN", "P1_LIGHTS_PIN"];
  assert.deepEqual(
    names.map((name) => seed?.values[name]),
    ["2", "15", "5", "13"],
  );
});

/** What sdkconfig.h of the suites defines, and what it defines besides for a kind of network. */
function definedFor(kind: string): Record<string, string> {
  const header = readFileSync(join(root, "test/unity/idf/include/sdkconfig.h"), "utf8");
  const [common = "", ...sections] = header.split(/^#(?:el)?if CONFIG_(?=P1_NETWORK_)/m);
  const section = sections.find((text) => text.startsWith(`${kind}\n`)) ?? "";
  const defines = [...`${common}${section}`.matchAll(/^#define CONFIG_(P1_\w+) +"?(.*?)"?$/gm)];
  return Object.fromEntries(defines.map(([, name = "", value = ""]) => [name, value]));
}

/** The kinds of network, and the chip that each is tested as: only an ESP32 has RMII. */
const KINDS = [
  ["P1_NETWORK_WIFI", "esp32c3"],
  ["P1_NETWORK_QEMU", "esp32c3"],
  ["P1_NETWORK_W5500", "esp32c3"],
  ["P1_NETWORK_RMII", "esp32"],
];

test("components are tested on a host with the options of a chip", { skip }, () => {
  for (const [kind = "", target] of KINDS) {
    const options = allOptions().find((one) => one.target === target && one.choice === kind)!;
    // What is chosen by the suite, or only chooses defaults.
    const chosen = new Set([kind, "P1_WIRING_FREE"]);
    const wanted = Object.entries(options.values).filter(
      ([name]) => !chosen.has(name) && (target === "esp32c3" || name.startsWith("P1_NETWORK_")),
    );
    const defined = definedFor(kind);
    for (const [name, value] of wanted) {
      // A pin that is not used by default may be one that a suite uses.
      if (value !== "-1" || defined[name] === undefined) {
        assert.equal(defined[name], value === "y" ? "1" : value, `${kind}: ${name}`);
      }
    }
    assert.deepEqual(
      Object.keys(defined).filter((name) => options.values[name] === undefined),
      [],
      kind,
    );
  }
});

test("manifests are as the component manager wants them", { skip }, () => {
  const manifests = ["main/idf_component.yml", ...filesNamed("idf_component.yml")];
  const script =
    "import sys\nfrom idf_component_tools.manager import ManifestManager\n" +
    "for path in sys.argv[1:]:\n    ManifestManager(path, path.split('/')[-2]).validate().load()";
  run("-c", script, ...manifests);
});

test("each target has its defaults, and each option is set in one of the files only", () => {
  const shared = settingsIn("sdkconfig.defaults");
  assert.ok(shared.length > 0);
  for (const target of Object.keys(TAKEN)) {
    const file = `sdkconfig.defaults.${target}`;
    assert.ok(existsSync(join(root, file)), file);
    const own = settingsIn(file);
    assert.deepEqual([...new Set([...shared, ...own])], [...shared, ...own], file);
  }
});

test("TLS is no laxer than the security page says", () => {
  const files = readdirSync(root).filter((name) => name.startsWith("sdkconfig.defaults"));
  const text = files.map((name) => readFileSync(join(root, name), "utf8")).join("");
  for (const option of ["MBEDTLS_CERTIFICATE_BUNDLE", "MBEDTLS_HAVE_TIME_DATE"]) {
    assert.match(text, new RegExp(`^CONFIG_${option}=y$`, "m"), option);
  }
  assert.doesNotMatch(
    text,
    /CONFIG_(MBEDTLS_SSL_PROTO|MBEDTLS_(DES|RC4|3DES|ARC4)|ESP_HTTPS_OTA_ALLOW_HTTP|MBEDTLS_ALLOW_WEAK)/,
  );
});

/** The options that a defaults file sets; a line that is neither that nor a comment is an error. */
function settingsIn(file: string): string[] {
  const lines = readFileSync(join(root, file), "utf8").split("\n");
  return lines
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map(
      (line) => /^(CONFIG_[A-Z0-9_]+)=(y|n|\d+|0x[\da-f]+|".*")$/.exec(line)?.[1] ?? assert.fail(`${file}: ${line}`),
    );
}
