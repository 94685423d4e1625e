export const memory: Uint8Array = new Uint8Array(4);
