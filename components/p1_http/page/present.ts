import { useEffect, useState } from "preact/hooks";
import type { Access } from "./access.tsx";
import { ask, Problem } from "./api.ts";

/** The parts of the device's interface that not every device has. */
const PATHS = [
  "/api/readings",
  "/api/settings",
  "/api/log",
  "/api/firmware",
  "/api/networks",
  "/api/password",
  "/api/restart",
  "/api/certificates",
] as const;

export type Path = (typeof PATHS)[number];

/** The paths that a device has; `locked`: only for who is logged in. */
export type Present = ReadonlyMap<Path, "open" | "locked">;

/**
 * Which paths this device has, so that nothing is shown that it would answer with 404. Asked one after the other, since it has
 * few connections, and again for each firmware and login; what only takes POST refuses the question in another way.
 */
export function usePresent(firmware: string | undefined, access: Access): Present {
  const [present, setPresent] = useState<Present>(new Map());
  useEffect(() => {
    let over = firmware === undefined;
    const look = async (): Promise<void> => {
      const found = new Map<Path, "open" | "locked">();
      for (const path of PATHS) {
        const status = over ? 0 : await statusOf(path);
        if (status === 0) {
          return; // Nobody wants to know any more, or nobody answers.
        }
        if (status !== 404) {
          found.set(path, status === 401 ? "locked" : "open");
        }
      }
      setPresent(found);
    };
    void look();
    return () => {
      over = true;
    };
  }, [firmware, access]);
  return present;
}

async function statusOf(path: Path): Promise<number> {
  try {
    await ask(path);
    return 200;
  } catch (error) {
    return error instanceof Problem ? error.status : 0;
  }
}
