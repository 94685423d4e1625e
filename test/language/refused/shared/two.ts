/** What both of the modules of `divergence-modules-cycle.ts` need. */
export const TWO = 2;
