/* What a test does with the stand-in of lwIP's sockets: it is the clients, and another program at the port. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* From now on another program has the port. */
void idf_port_taken(bool taken);

/* A client connects; its number is the answer, or -1 when nobody listens. */
int idf_visit(uint16_t port);

/* It sends something, which is of no use; it leaves; its network breaks. */
void idf_visitor_talks(int visitor);
void idf_visitor_leaves(int visitor);
void idf_visitor_breaks(int visitor);

/* How many bytes it can take until it reads again. At first 5760. */
void idf_visitor_room(int visitor, size_t room);

/* Whether it was let go, and what it was sent. */
bool idf_visitor_dropped(int visitor);
const char *idf_visitor_heard(int visitor);

/* A datagram arrives at the UDP port, from port 4000 and how many wait; and what was sent back: "4001 text", a line
 * each. */
void idf_datagram(const char *text);
const char *idf_datagram_answers(void);
