/* The one task that owns all state of the device. */
#pragma once

/* The deepest way through generated/, by the compiler's own count; a test measures it for rv32imc. */
#define DEVICE_GENERATED_STACK 1664

/*
 * What a driver's function takes on top of that, when it logs a line or reads NVS: 2.2 KiB were measured in QEMU.
 * Xtensa has larger frames than RISC-V, and an interrupt may come at the deepest place.
 */
#define DEVICE_DRIVER_STACK 4864

#define DEVICE_STACK (DEVICE_GENERATED_STACK + DEVICE_DRIVER_STACK)

/* Starts the task, which starts the device. The drivers must have been started. */
void device_task_start(void);
