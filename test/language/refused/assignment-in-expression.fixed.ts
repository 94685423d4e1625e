function chain(): void {
  let a = 0;
  a = 3;
  console.log(a, a + 1);
}

chain();
