import { useEffect, useState } from "preact/hooks";
import { ask, Problem } from "./api.ts";

/** The parts of the device's interface that not every device has. */
const PATHS = ["/api/settings", "/api/log", "/api/firmware", "/api/networks", "/api/password", "/api/restart"] as const;

export type Path = (typeof PATHS)[number];

/**
 * Which of them this device has, so that nothing is shown that it would answer with 404. Asked one after the other, since it has
 * few connections, and again for each firmware; what only takes POST refuses the question in another way.
 */
export function usePresent(firmware: string | undefined): ReadonlySet<Path> {
  const [present, setPresent] = useState<ReadonlySet<Path>>(new Set());
  useEffect(() => {
    let over = firmware === undefined;
    const look = async (): Promise<void> => {
      const found = new Set<Path>();
      for (const path of PATHS) {
        if (over) {
          return;
        }
        if (await isThere(path)) {
          found.add(path);
        }
      }
      setPresent(found);
    };
    void look();
    return () => {
      over = true;
    };
  }, [firmware]);
  return present;
}

async function isThere(path: Path): Promise<boolean> {
  try {
    await ask(path);
    return true;
  } catch (error) {
    return error instanceof Problem && error.status !== 404 && error.status !== 0;
  }
}
