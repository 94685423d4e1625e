export const spare: Uint8Array = new Uint8Array(5);
