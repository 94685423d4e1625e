/* lwIP's TCP sockets: one port, and those who visit it. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "lwip/sockets.h"
#include "stand_in.h"
#include "visitors.h"

#define VISITORS   8
#define SENDER     52
#define DATAGRAMS  53
#define LISTENER   54
#define FIRST      55
#define SEND_SPACE 5760

typedef enum { FREE, WAITS, TAKEN, DROPPED } place_t;

static struct {
    place_t place;
    bool talks;
    bool left;
    bool broken;
    size_t room;
    size_t length;
    char heard[8192];
} visitors[VISITORS];

/* What waits at the UDP port, and what was sent back. */
static struct {
    bool open;
    size_t count;
    char waiting[8][64];
    char answers[512];
} datagrams;

/* A second UDP socket, which only sends. */
static bool sends;

static bool taken;
static bool open_socket;
static bool listens;
static uint16_t port;
static uint64_t patience = IDF_FOR_EVER;

void idf_port_taken(bool by_another)
{
    taken = by_another;
}

int idf_visit(uint16_t where)
{
    for (int i = 0; listens && where == port && i < VISITORS; i++) {
        if (visitors[i].place == FREE) {
            visitors[i].place = WAITS;
            visitors[i].room = SEND_SPACE;
            idf_wake();
            return i;
        }
    }
    return -1;
}

void idf_visitor_talks(int visitor)
{
    visitors[visitor].talks = true;
}

void idf_visitor_leaves(int visitor)
{
    visitors[visitor].left = true;
}

void idf_visitor_breaks(int visitor)
{
    visitors[visitor].broken = true;
}

void idf_visitor_room(int visitor, size_t room)
{
    visitors[visitor].room = room;
}

bool idf_visitor_dropped(int visitor)
{
    return visitors[visitor].place == DROPPED;
}

const char *idf_visitor_heard(int visitor)
{
    return visitors[visitor].heard;
}

void idf_datagram(const char *text)
{
    (void)snprintf(datagrams.waiting[datagrams.count++], sizeof datagrams.waiting[0], "%s", text);
}

const char *idf_datagram_answers(void)
{
    return datagrams.answers;
}

int lwip_socket(int domain, int type, int protocol)
{
    IDF_MAY_FAIL_WITH((errno = ENFILE, -1));
    if (type == SOCK_DGRAM && protocol == IPPROTO_UDP && !datagrams.open) {
        datagrams.open = true;
        return DATAGRAMS;
    }
    if (type == SOCK_DGRAM && protocol == IPPROTO_UDP && !sends) {
        sends = true;
        return SENDER;
    }
    if (domain != AF_INET || type != SOCK_STREAM || protocol != IPPROTO_TCP || open_socket) {
        idf_misuse("one TCP socket that listens is enough");
    }
    open_socket = true;
    return LISTENER;
}

int lwip_setsockopt(int s, int level, int optname, const void *optval, socklen_t optlen)
{
    IDF_MAY_FAIL_WITH((errno = ENOPROTOOPT, -1));
    (void)optlen;
    if (s == LISTENER && level == SOL_SOCKET && optname == SO_RCVTIMEO) {
        const struct timeval *time = optval;
        patience = (uint64_t)time->tv_sec * 1000 + (uint64_t)time->tv_usec / 1000;
    }
    if (level == IPPROTO_TCP && optname == TCP_NODELAY && *(const int *)optval == 1) {
        idf_note("no delay");
    }
    return 0;
}

int lwip_bind(int s, const struct sockaddr *name, socklen_t namelen)
{
    IDF_MAY_FAIL_WITH((errno = EADDRINUSE, -1));
    if (s == DATAGRAMS) {
        const struct sockaddr_in *at = (const struct sockaddr_in *)(const void *)name;
        idf_note("bind %08x %u", (unsigned)htonl(at->sin_addr.s_addr), (unsigned)ntohs(at->sin_port));
        return 0;
    }
    if (s != LISTENER || namelen != sizeof(struct sockaddr_in)) {
        idf_misuse("only the socket that listens has an address");
    }
    if (taken) {
        errno = EADDRINUSE;
        return -1;
    }
    port = ntohs(((const struct sockaddr_in *)(const void *)name)->sin_port);
    return 0;
}

int lwip_listen(int s, int backlog)
{
    IDF_MAY_FAIL_WITH((errno = EADDRINUSE, -1));
    (void)s;
    (void)backlog;
    listens = true;
    idf_note("listen %u", (unsigned)port);
    return 0;
}

int lwip_accept(int s, struct sockaddr *addr, socklen_t *addrlen)
{
    IDF_MAY_FAIL_WITH((errno = ENFILE, -1));
    (void)addr;
    (void)addrlen;
    if (s != LISTENER || !listens) {
        idf_misuse("accept on a socket that does not listen");
    }
    const uint64_t until = idf_now() + patience;
    for (;;) {
        for (int i = 0; i < VISITORS; i++) {
            if (visitors[i].place == WAITS) {
                visitors[i].place = TAKEN;
                return FIRST + i;
            }
        }
        if (!idf_wait(until)) {
            errno = EAGAIN;
            return -1;
        }
    }
}

ssize_t lwip_recv(int s, void *mem, size_t len, int flags)
{
    IDF_MAY_FAIL_WITH((errno = ECONNRESET, -1));
    (void)mem;
    (void)len;
    const int i = s - FIRST;
    if ((flags & MSG_DONTWAIT) == 0 || visitors[i].place != TAKEN) {
        idf_misuse("recv would wait, or the client is gone");
    }
    if (visitors[i].talks) {
        visitors[i].talks = false;
        return 1;
    }
    errno = visitors[i].broken ? ECONNRESET : EAGAIN;
    return visitors[i].left ? 0 : -1;
}

ssize_t lwip_send(int s, const void *dataptr, size_t size, int flags)
{
    IDF_MAY_FAIL_WITH((errno = ECONNRESET, -1));
    const int i = s - FIRST;
    if ((flags & MSG_DONTWAIT) == 0 || visitors[i].place != TAKEN) {
        idf_misuse("send would wait, or the client is gone");
    }
    const size_t count = size < visitors[i].room ? size : visitors[i].room;
    if (count == 0) {
        errno = EAGAIN;
        return -1;
    }
    visitors[i].room -= count;
    memcpy(visitors[i].heard + visitors[i].length, dataptr, count);
    visitors[i].length += count;
    return (ssize_t)count;
}

ssize_t lwip_recvfrom(int s, void *mem, size_t len, int flags, struct sockaddr *from, socklen_t *fromlen)
{
    IDF_MAY_FAIL_WITH((errno = ENETDOWN, -1));
    if (s != DATAGRAMS || !datagrams.open || (flags & MSG_DONTWAIT) == 0) {
        idf_misuse("recvfrom would wait, or the port is closed");
    }
    if (datagrams.count == 0) {
        errno = EAGAIN;
        return -1;
    }
    const struct sockaddr_in sender = {.sin_family = AF_INET, .sin_port = htons((uint16_t)(4000 + datagrams.count))};
    const size_t length = strlen(datagrams.waiting[0]) < len ? strlen(datagrams.waiting[0]) : len;
    memcpy(mem, datagrams.waiting[0], length);
    memcpy(from, &sender, sizeof sender);
    *fromlen = sizeof sender;
    memmove(datagrams.waiting[0], datagrams.waiting[1], sizeof datagrams.waiting - sizeof datagrams.waiting[0]);
    datagrams.count--;
    return (ssize_t)length;
}

ssize_t lwip_sendto(int s, const void *dataptr, size_t size, int flags, const struct sockaddr *to, socklen_t tolen)
{
    IDF_MAY_FAIL_WITH((errno = ENOMEM, -1));
    const size_t used = strlen(datagrams.answers);
    const bool is_open = (s == DATAGRAMS && datagrams.open) || (s == SENDER && sends);
    if (!is_open || (flags & MSG_DONTWAIT) == 0 || tolen != sizeof(struct sockaddr_in)) {
        idf_misuse("sendto would wait, or the port is closed");
    }
    (void)snprintf(datagrams.answers + used, sizeof datagrams.answers - used, "%u %.*s\n",
                   (unsigned)ntohs(((const struct sockaddr_in *)(const void *)to)->sin_port), (int)size,
                   (const char *)dataptr);
    return (ssize_t)size;
}

int lwip_close(int s)
{
    if (s == DATAGRAMS) {
        if (!datagrams.open) {
            idf_misuse("the UDP port was closed twice");
        }
        datagrams.open = false;
        datagrams.count = 0;
    } else if (s == SENDER && sends) {
        sends = false;
    } else if (s == LISTENER) {
        idf_note("close %u", (unsigned)port);
        listens = false;
        open_socket = false;
        port = 0;
    } else if (visitors[s - FIRST].place == TAKEN) {
        visitors[s - FIRST].place = DROPPED;
    } else {
        idf_misuse("a socket was closed twice");
    }
    return 0;
}
