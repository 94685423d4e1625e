/* Presses the button of the stair light of docs/new-device.md at 0 and at 100 s, and prints what its lamp does. */
#include <stdio.h>
#include <stdlib.h>

#include "device.h"
#include "platform/lamp.h"
#include "program.h"

static unsigned now;

_Noreturn void ts_panic(const char *where)
{
    fprintf(stderr, "panic at %s\n", where);
    exit(70);
}

void p1_lamp_set(bool on)
{
    printf("%u %s\n", now, on ? "on" : "off");
}

int main(void)
{
    p1_init_device();
    for (; now <= 300000; now += 100) {
        /* The second time it is held down for a second. */
        device_tick(now == 0 || (now >= 100000 && now < 101000), now == 0 ? 0 : 100);
    }
    return 0;
}
