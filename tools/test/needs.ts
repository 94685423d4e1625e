/** What a test needs from the machine, and the sentence for a machine that has it not. */

import { spawnSync } from "node:child_process";

/** Programs that tests use, with the apt package that has each. */
const PACKAGES = {
  cc: "gcc",
  gcc: "gcc",
  clang: "clang",
  "clang-tidy": "clang-tidy",
  cppcheck: "cppcheck",
  "llvm-cov": "llvm",
  gdb: "gdb",
  promtool: "prometheus",
  rsyslogd: "rsyslog",
  cmake: "cmake",
  make: "make",
  objdump: "binutils",
  mosquitto: "mosquitto",
  mosquitto_sub: "mosquitto-clients",
  openssl: "openssl",
  influxd: "influxdb",
  jq: "jq",
  curl: "curl",
  python3: "python3",
  "systemd-analyze": "systemd",
  chromium: "chromium",
  "riscv64-unknown-elf-gcc": "gcc-riscv64-unknown-elf picolibc-riscv64-unknown-elf",
  "riscv64-unknown-elf-size": "binutils-riscv64-unknown-elf",
  "qemu-system-riscv32": "qemu-system-misc",
} as const;

export type Tool = keyof typeof PACKAGES;

/**
 * For `node:test`'s option `skip`: `false` when the machine has all of the programs, else the reason.
 *
 *     test("a real broker", { skip: needs("mosquitto", "mosquitto_sub") }, () => { … });
 */
export function needs(...tools: readonly Tool[]): string | false {
  const missing = tools.filter((tool) => !isInstalled(tool));
  if (missing.length === 0) {
    return false;
  }
  const packages = [...new Set(missing.map((tool) => PACKAGES[tool]))];
  return `this machine has no ${missing.join(", no ")} (apt install ${packages.join(" ")})`;
}

function isInstalled(tool: Tool): boolean {
  // Whatever a program answers to --help, it is there unless it can't be started.
  return spawnSync(tool, ["--help"], { stdio: "ignore", timeout: 10_000 }).error === undefined;
}
