// TS2C0104 at 4:1

// This module's header would be found instead of C's own.
console.log("text");
