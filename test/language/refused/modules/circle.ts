// TS2C0102 at 2:1
import { TWO } from "../divergence-modules-cycle.ts";

export const FIRST: 1 | 2 = TWO > 1 ? 1 : 2;
