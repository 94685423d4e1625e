import { useEffect, useState } from "preact/hooks";
import { getJson, post, Problem } from "./api.ts";

/** A setting, as `GET /api/settings` has it. */
export interface Setting {
  readonly name: string;
  readonly kind: string;
  readonly group: string;
  /** The smallest number or the fewest bytes, and the largest or the most. */
  readonly min: number;
  readonly max: number;
  readonly choices?: readonly string[];
  readonly default: string;
  /** Left out where it is a secret; then `set` says whether there is one. */
  readonly value?: string;
  readonly set?: boolean;
  readonly help: string;
}

/** The settings, and what was changed in the form and is not saved. */
export interface Form {
  readonly settings: readonly Setting[];
  readonly changes: Readonly<Record<string, string>>;
  /** Why nothing was saved. */
  readonly problem: Problem | undefined;
  /** How many settings the last save changed; undefined when there is something else to say. */
  readonly saved: number | undefined;
  /** `undefined` takes a change back. */
  readonly change: (name: string, value: string | undefined) => void;
  /** Makes the settings of a file changes that are not saved yet. */
  readonly load: (file: string) => void;
  readonly undo: () => void;
  /** Saves the changes, or only what is given: then they stay as they are. */
  readonly save: (only?: Readonly<Record<string, string>>) => Promise<void>;
}

/** The page's own password, which has a form of its own. */
const PASSWORD = "login_password";

/** The status of a problem that is none of HTTP: a file that has no settings. */
export const NO_FILE = 1;

/** A form of the device's settings; `there` tells whether it has any. */
export function useForm(there: boolean): Form {
  const [settings, setSettings] = useState<readonly Setting[]>([]);
  const [changes, setChanges] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<Problem>();
  const [saved, setSaved] = useState<number>();
  const load = async (): Promise<void> => {
    const all = await getJson<Setting[]>("/api/settings");
    setSettings(all.filter(({ name }) => name !== PASSWORD));
  };
  useEffect(() => {
    if (there) {
      load().catch(setProblem);
    }
  }, [there]);
  return {
    settings,
    changes,
    problem,
    saved,
    change: (name, value) => {
      setSaved(undefined);
      setProblem((before) => (before?.setting === name ? undefined : before));
      setChanges((before) => changed(before, settings, name, value));
    },
    load: (file) => {
      try {
        const entries = Object.entries(JSON.parse(file) as Record<string, unknown>);
        setSaved(undefined);
        setProblem(undefined);
        setChanges((before) =>
          entries.reduce((all, [name, value]) => changed(all, settings, name, String(value)), before),
        );
      } catch {
        setProblem(new Problem(NO_FILE, ""));
      }
    },
    undo: () => {
      setChanges({});
      setProblem(undefined);
    },
    save: async (only) => {
      try {
        const answer = await post("/api/settings", only ?? changes);
        const { changed: count } = JSON.parse(answer) as { readonly changed: number };
        await load();
        setProblem(undefined);
        setChanges(only === undefined ? {} : changes);
        setSaved(count);
      } catch (error) {
        setProblem(error as Problem);
      }
    },
  };
}

/** The changes with one more; a value that the device has already is none. */
function changed(
  before: Readonly<Record<string, string>>,
  settings: readonly Setting[],
  name: string,
  value: string | undefined,
): Readonly<Record<string, string>> {
  const others = Object.entries(before).filter(([other]) => other !== name);
  const unchanged = value === undefined || settings.find((setting) => setting.name === name)?.value === value;
  return Object.fromEntries(unchanged ? others : [...others, [name, value]]);
}
