/* Stand-in for lwip/include/lwip/sockets.h. */
#pragma once

#ifndef P1_REAL_ESP_IDF
#include <stddef.h>
#include <stdint.h>
#include <sys/time.h>
#include <sys/types.h>

typedef uint32_t socklen_t;

struct in_addr {
    uint32_t s_addr;
};

struct sockaddr {
    uint8_t sa_len;
    uint8_t sa_family;
    char sa_data[14];
};

struct sockaddr_in {
    uint8_t sin_len;
    uint8_t sin_family;
    uint16_t sin_port;
    struct in_addr sin_addr;
    char sin_zero[8];
};

struct in6_addr {
    union {
        uint32_t u32_addr[4];
        uint8_t u8_addr[16];
    } un;
};

struct sockaddr_in6 {
    uint8_t sin6_len;
    uint8_t sin6_family;
    uint16_t sin6_port;
    uint32_t sin6_flowinfo;
    struct in6_addr sin6_addr;
    uint32_t sin6_scope_id;
};

#define AF_INET       2
#define AF_INET6      10
#define SOCK_STREAM   1
#define SOCK_DGRAM    2
#define IPPROTO_TCP   6
#define TCP_NODELAY   0x01
#define IPPROTO_UDP   17
#define INADDR_ANY    0
#define SOL_SOCKET    0xfff
#define SO_REUSEADDR  0x0004
#define SO_KEEPALIVE  0x0008
#define SO_RCVTIMEO   0x1006
#define TCP_KEEPIDLE  0x03
#define TCP_KEEPINTVL 0x04
#define TCP_KEEPCNT   0x05
#define MSG_DONTWAIT  0x08
#define SHUT_RDWR     2

#define htons(number) __builtin_bswap16(number)
#define ntohs(number) __builtin_bswap16(number)
#define htonl(number) __builtin_bswap32(number)

#define accept(socket, address, length)                       lwip_accept(socket, address, length)
#define bind(socket, address, length)                         lwip_bind(socket, address, length)
#define closesocket(socket)                                   lwip_close(socket)
#define getpeername(socket, address, length)                  lwip_getpeername(socket, address, length)
#define listen(socket, backlog)                               lwip_listen(socket, backlog)
#define recv(socket, bytes, size, flags)                      lwip_recv(socket, bytes, size, flags)
#define recvfrom(socket, bytes, size, flags, address, length) lwip_recvfrom(socket, bytes, size, flags, address, length)
#define send(socket, bytes, size, flags)                      lwip_send(socket, bytes, size, flags)
#define sendto(socket, bytes, size, flags, address, length)   lwip_sendto(socket, bytes, size, flags, address, length)
#define setsockopt(socket, level, option, value, length)      lwip_setsockopt(socket, level, option, value, length)
#define shutdown(socket, how)                                 lwip_shutdown(socket, how)
#define socket(domain, type, protocol)                        lwip_socket(domain, type, protocol)
#endif

int lwip_accept(int s, struct sockaddr *addr, socklen_t *addrlen);
int lwip_bind(int s, const struct sockaddr *name, socklen_t namelen);
int lwip_close(int s);
int lwip_getpeername(int s, struct sockaddr *name, socklen_t *namelen);
int lwip_listen(int s, int backlog);
ssize_t lwip_recv(int s, void *mem, size_t len, int flags);
ssize_t lwip_recvfrom(int s, void *mem, size_t len, int flags, struct sockaddr *from, socklen_t *fromlen);
ssize_t lwip_send(int s, const void *dataptr, size_t size, int flags);
ssize_t lwip_sendto(int s, const void *dataptr, size_t size, int flags, const struct sockaddr *to, socklen_t tolen);
int lwip_setsockopt(int s, int level, int optname, const void *optval, socklen_t optlen);
int lwip_shutdown(int s, int how);
int lwip_socket(int domain, int type, int protocol);
