function count(): void {
  let i = 0;
  console.log(i);
  i++;
  --i;
  console.log(i, 1);
}

count();
