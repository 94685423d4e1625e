/** Run as a process of its own: plays its share of a campaign. */

import { campaign, type Order } from "./campaign.ts";

process.on("message", (order: Order) => {
  campaign(order).then(
    (outcome) => process.send!({ outcome }),
    (error: unknown) => process.send!({ failed: String(error) }),
  );
});
process.on("disconnect", () => process.exit());
