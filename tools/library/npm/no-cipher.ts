/** Where there is no cryptography of Node, as in a browser, encrypted frames are told as "encrypted". */

import type * as declared from "../../../ts/platform/cipher.ts";

export const gcmStart: typeof declared.gcmStart = () => false;
export const gcmUpdate: typeof declared.gcmUpdate = () => false;
export const gcmFinish: typeof declared.gcmFinish = () => false;
