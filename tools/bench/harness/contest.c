/**
 * Measures a reader: prints all readings, then how many instructions one telegram took, given whole and byte by byte.
 * On rv32imc the processor counts; elsewhere, where it doesn't let itself be asked, the readings are taken so many
 * times as the first argument says.
 */

#define _POSIX_C_SOURCE 199309L

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "contest.h"
#include "telegram.h"

static bool prints;

void contest_reading(const reading_t *reading)
{
    static const char *const kinds[] = {"number", "text", "time", "entry"};
    if (!prints) {
        return;
    }
    const uint32_t code = reading->code;
    printf("%s\t%u-%u:%u.%u.%u\t%.*s", kinds[reading->kind], (unsigned)(code >> 28), (unsigned)(code >> 24 & 15),
           (unsigned)(code >> 16 & 255), (unsigned)(code >> 8 & 255), (unsigned)(code & 255),
           (int)reading->topic_length, reading->topic);
    if (reading->channel != 0) {
        printf("_%u", reading->channel);
    }
    printf("\t%" PRId64 "\t%u\t%.*s\t%" PRIu32 "\t%.*s\n", reading->value, reading->decimals, (int)reading->unit_length,
           reading->unit != NULL ? reading->unit : "", reading->time, (int)reading->text_length,
           reading->text != NULL ? reading->text : "");
}

static bool read_whole(void)
{
    return contestant_take(telegram, telegram_length);
}

#ifdef __riscv

static uint32_t instructions(void)
{
    uint32_t count;
    __asm__ volatile("csrr %0, minstret" : "=r"(count)::"memory");
    return count;
}

static void measure(void)
{
    // What asking takes.
    const uint32_t before = instructions();
    const uint32_t asking = instructions() - before;
    const uint32_t start = instructions();
    const bool good = read_whole();
    printf("whole\t%" PRIu32 "\t%d\n", instructions() - start - asking, good);
    uint32_t most = 0;
    uint32_t sum = 0;
    for (size_t i = 0; i < telegram_length; i++) {
        const uint32_t begin = instructions();
        (void)contestant_take(telegram + i, 1);
        const uint32_t took = instructions() - begin - asking;
        sum += took;
        most = took > most ? took : most;
    }
    printf("bytewise\t%" PRIu32 "\t%" PRIu32 "\n", sum, most);
}

#else

/** Reads a number per line, takes the telegram so often, and prints how many nanoseconds that took. */
static void measure(void)
{
    char line[32];
    while (fgets(line, sizeof(line), stdin) != NULL) {
        struct timespec start;
        struct timespec end;
        unsigned good = 0;
        const unsigned long times = strtoul(line, NULL, 10);
        clock_gettime(CLOCK_MONOTONIC, &start);
        for (unsigned long i = 0; i < times; i++) {
            good += read_whole();
        }
        clock_gettime(CLOCK_MONOTONIC, &end);
        const int64_t nanoseconds = (int64_t)(end.tv_sec - start.tv_sec) * 1000000000 + (end.tv_nsec - start.tv_nsec);
        printf("took\t%" PRId64 "\t%u\n", nanoseconds, good);
        fflush(stdout);
    }
}

#endif

int main(void)
{
    contestant_start();
    prints = true;
    const bool good = read_whole();
    prints = false;
    printf("end\t%s\t%zu\t%zu\n", good ? "good" : "bad", contestant_ram(), telegram_length);
    fflush(stdout);
    measure();
    return 0;
}
