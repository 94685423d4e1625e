import { useEffect, useState } from "preact/hooks";
import { Problem, problemOf, type Status } from "./api.ts";
import type { Polled } from "./polling.ts";

/**
 * How far an update is: its bytes are sent (`share` of 1), the device looks at the whole, it restarts, it runs the new image on
 * trial, has kept it, or is back at the one before.
 */
export type Updating =
  | { readonly state: "idle" }
  | { readonly state: "sending"; readonly share: number }
  | { readonly state: "checking" }
  | { readonly state: "restarting"; readonly version: string; readonly since: number }
  | { readonly state: "trial" | "kept" | "back"; readonly version: string }
  | { readonly state: "refused"; readonly problem: Problem };

export interface Update {
  readonly progress: Updating;
  /** Sends an image; `older`: even if it is older than what runs. */
  readonly send: (image: Blob, older: boolean) => void;
}

/** An update, which goes on while other views are looked at. */
export function useUpdate(status: Polled<Status>): Update {
  const [progress, setProgress] = useState<Updating>({ state: "idle" });
  useEffect(() => setProgress((before) => after(before, status)), [status]);
  return { progress, send: (image, older) => sendImage(image, older, setProgress) };
}

/** What the device's state says about an update. */
export function after(before: Updating, { data, at, problem }: Polled<Status>): Updating {
  if (data === undefined || problem !== undefined || (before.state !== "restarting" && before.state !== "trial")) {
    return before;
  }
  const { version, state } = data.firmware;
  const { version: wanted } = before;
  // Before the restart the device still answers as it was.
  const restarted = before.state !== "restarting" || version === wanted || data.uptime * 1000 < at - before.since;
  if (!restarted) {
    return before;
  }
  if (version !== wanted) {
    return { state: "back", version };
  }
  return { state: state === "trial" ? "trial" : "kept", version };
}

/** `fetch` does not tell how much of a body is sent. */
function sendImage(image: Blob, older: boolean, tell: (progress: Updating) => void): void {
  const request = new XMLHttpRequest();
  request.open("POST", older ? "/api/firmware?older=yes" : "/api/firmware");
  request.setRequestHeader("Content-Type", "application/octet-stream");
  request.upload.onprogress = ({ loaded, total }) =>
    tell(loaded < total ? { state: "sending", share: loaded / total } : { state: "checking" });
  request.onerror = () => tell({ state: "refused", problem: new Problem(0, "") });
  request.onload = () => {
    if (request.status !== 200) {
      tell({ state: "refused", problem: problemOf(request.status, request.responseText) });
      return;
    }
    const { installed } = JSON.parse(request.responseText) as { readonly installed: string };
    tell({ state: "restarting", version: installed, since: Date.now() });
  };
  tell({ state: "sending", share: 0 });
  request.send(image);
}
