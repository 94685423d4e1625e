/* Stand-in for lwip/include/lwip/sockets.h: lwIP's functions, with the host's types and numbers. */
#pragma once

#ifndef P1_REAL_ESP_IDF
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/types.h>

#define accept(socket, address, length)                  lwip_accept(socket, address, length)
#define bind(socket, address, length)                    lwip_bind(socket, address, length)
#define closesocket(socket)                              lwip_close(socket)
#define listen(socket, backlog)                          lwip_listen(socket, backlog)
#define recv(socket, bytes, size, flags)                 lwip_recv(socket, bytes, size, flags)
#define send(socket, bytes, size, flags)                 lwip_send(socket, bytes, size, flags)
#define setsockopt(socket, level, option, value, length) lwip_setsockopt(socket, level, option, value, length)
#define socket(domain, type, protocol)                   lwip_socket(domain, type, protocol)
#endif

int lwip_accept(int s, struct sockaddr *addr, socklen_t *addrlen);
int lwip_bind(int s, const struct sockaddr *name, socklen_t namelen);
int lwip_close(int s);
int lwip_listen(int s, int backlog);
ssize_t lwip_recv(int s, void *mem, size_t len, int flags);
ssize_t lwip_send(int s, const void *dataptr, size_t size, int flags);
int lwip_setsockopt(int s, int level, int optname, const void *optval, socklen_t optlen);
int lwip_socket(int domain, int type, int protocol);
