/* Who came by the device's own access point. */
#pragma once

#include <stdbool.h>

/* Whether the client of a connection is at the access point. */
bool p1_http_is_guest(int socket);
