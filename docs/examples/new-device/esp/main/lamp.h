#pragma once

/** Makes the lamp's pin an output. */
void lamp_init(void);
