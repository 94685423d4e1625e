/** Programs for rv32imc, the instruction set of the ESP32-C3: how they are compiled, and run in QEMU. */

/** Compiler options for the machine `virt` of QEMU: memory from 0x80000000 on, and the debugger's console instead of a serial port. */
export const RV32_FLAGS = [
  ...["-march=rv32imc", "-mabi=ilp32", "--specs=picolibc.specs", "--oslib=semihost", "--crt0=semihost"],
  ...["-Wl,--defsym=__flash=0x80000000", "-Wl,--defsym=__flash_size=0x01000000"],
  ...["-Wl,--defsym=__ram=0x81000000", "-Wl,--defsym=__ram_size=0x01000000"],
];

/** What runs such a program, before its path. */
export const RV32_RUNNER = [
  ...["qemu-system-riscv32", "-M", "virt", "-m", "64M", "-bios", "none", "-display", "none", "-monitor", "none"],
  ...["-serial", "none", "-chardev", "stdio,id=out"],
  ...["-semihosting-config", "enable=on,target=native,chardev=out", "-kernel"],
];
