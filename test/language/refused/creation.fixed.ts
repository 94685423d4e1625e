class Slot {
  value = 3;
}

function many(): void {
  const slot = new Slot();
  for (let i = 0; i < 3; i++) {
    slot.value = 3;
    console.log(slot.value, i);
  }
}

many();
