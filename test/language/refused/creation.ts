// TS2C0401 at 8:18
class Slot {
  value = 3;
}

function many(): void {
  for (let i = 0; i < 3; i++) {
    const slot = new Slot();
    console.log(slot.value, i);
  }
}

many();
