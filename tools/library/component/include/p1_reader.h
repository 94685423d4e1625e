/* Reads the telegrams of smart meters' P1 ports. p1_reader/p1.h, which ts2c makes, describes each function. */
#pragma once

#ifdef __cplusplus
#define _Noreturn      [[noreturn]]
#define _Static_assert static_assert
#include "p1_reader/ts2c.h"
#undef _Noreturn
#undef _Static_assert
extern "C" {
#endif

#include "p1_reader/p1.h"

#ifdef __cplusplus
}
#endif
