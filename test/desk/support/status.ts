/** What a device tells of itself, as far as tests wait for it. */
export interface Status {
  readonly firmware: { readonly version: string; readonly state: string };
  readonly uptime: number;
  readonly joining?: { readonly state: string };
  readonly broker: { readonly connected: boolean; readonly trouble?: string };
}

/** How often a device is asked. */
const EVERY_MILLISECONDS = 50;

/** The status of a device once it is as wanted. One that does not answer is asked again: it may be between two networks. */
export async function statusOf(at: string, wanted: (status: Status) => boolean): Promise<Status> {
  for (;;) {
    const status = await fetch(`${at}/api/status`).then(
      (response) => response.json() as Promise<Status>,
      () => null,
    );
    if (status !== null && wanted(status)) {
      return status;
    }
    await new Promise((resolve) => setTimeout(resolve, EVERY_MILLISECONDS));
  }
}

/** Waits until a device has looked around: what it saw before counts for it. */
export async function looked(at: string): Promise<void> {
  const { uptime } = await statusOf(at, () => true);
  await statusOf(at, (status) => status.uptime > uptime);
}
