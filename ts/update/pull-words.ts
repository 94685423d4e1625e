/** What is said when an update can't be fetched. */

import { type DownloadEvent } from "#platform/download";
import { type ManifestFault } from "./manifest.ts";
import { type Order } from "./version.ts";

/** Whether what ended a download may be over soon. */
export function isPassing(event: DownloadEvent): boolean {
  return event === "unreachable" || event === "refused" || event === "broken";
}

/** The sentence for what ended a download. */
export function downloadText(event: DownloadEvent): string {
  switch (event) {
    case "unreachable":
      return "The server of updates can't be reached: check update_url, and the network's way out.";
    case "untrusted":
      return "The certificate of the server of updates is over, for another name, or signed by nobody known.";
    case "insecure":
      return "The server of updates leads to an address that is not encrypted.";
    case "missing":
      return "The server of updates has no such file: check update_url.";
    case "refused":
      return "The server of updates refuses the file.";
    default:
      return "The connection to the server of updates broke.";
  }
}

/** The sentence for a manifest that can't be used. */
export function manifestText(fault: ManifestFault): string {
  switch (fault) {
    case "other-project":
      return "What is at update_url is another project's manifest.";
    case "no-image":
      return "The manifest at update_url has no image for this chip.";
    default:
      return "What is at update_url is no manifest.";
  }
}

/** The sentence for a version that the device does not install by itself. */
export function leftText(order: Order): string {
  return order === "unknown"
    ? "Whether it is newer can't be told from the versions: only a person installs it."
    : "It was rolled back before: only a person installs it again.";
}
