/** Switches the lamp, and returns at once. */
export declare function set(on: boolean): void;
