import { type u8 } from "ts2c";

class Slot {
  value: u8 | null = 5;

  clear(): void {
    this.value = null;
  }

  take(): u8 {
    const value = this.value;
    if (value !== null) {
      this.clear();
      return value;
    }
    return 99;
  }
}

const slot = new Slot();
console.log(slot.take(), slot.take(), slot.value === null);
