/* A chip for each test, and one for each failure: processes, in which nothing was called yet. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "stand_in.h"
#include "unity.h"

#define MAX_SITES 256

/* The exit status of a chip whose test ended, for better or worse. */
enum { ENDED_PASSED = 40, ENDED_FAILED, ENDED_IGNORED };

/* What a run of a scenario finds; in memory that the chip shares with the test that started it. */
typedef struct {
    /* How many calls could fail. */
    int calls;
    /* The call that was made to fail: its place in `sites`. */
    int failed;
    /* Which places such calls come from, in their order. */
    int site_count;
    struct {
        const void *address;
        char name[64];
        bool failed;
        bool unhandled;
    } sites[MAX_SITES];
} run_t;

static run_t *run;
/* The call number in the scenario that fails; 0: none does. */
static int failing_call;
/* What idf_fail asked for. */
static const char *failing_function;
static int failing_nth;
static esp_err_t failing_error;

void __sanitizer_symbolize_pc(const void *pc, const char *fmt, char *out_buf, size_t out_buf_size);

void idf_fail(const char *function, int nth, esp_err_t error)
{
    failing_function = function;
    failing_nth = nth;
    failing_error = error;
}

static int site_of(const char *function, const void *address)
{
    int site = 0;
    while (site < run->site_count && run->sites[site].address != address) {
        site++;
    }
    if (site == run->site_count) {
        if (site == MAX_SITES) {
            idf_misuse("more than %d call sites", MAX_SITES);
        }
        run->sites[site].address = address;
        (void)snprintf(run->sites[site].name, sizeof run->sites[site].name, "%s", function);
        run->site_count++;
    }
    return site;
}

esp_err_t idf_failure(const char *function, const void *call_site)
{
    if (failing_function != NULL && strcmp(function, failing_function) == 0 && --failing_nth == 0) {
        failing_function = NULL;
        return failing_error;
    }
    if (run == NULL) {
        return ESP_OK;
    }
    const int site = site_of(function, call_site);
    run->calls++;
    if (run->calls != failing_call) {
        return ESP_OK;
    }
    run->failed = site;
    idf_forget_complaints();
    return ESP_FAIL;
}

/* Runs on a chip of its own what gives an exit status, and gives that; -1 for a crash. */
static int on_a_chip(int (*what)(void))
{
    (void)fflush(stdout);
    (void)fflush(stderr);
    const pid_t child = fork();
    TEST_ASSERT_NOT_EQUAL_MESSAGE(-1, child, "fork failed");
    if (child == 0) {
        const int status = what();
        exit(status);
    }
    int status = 0;
    TEST_ASSERT_EQUAL(child, waitpid(child, &status, 0));
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static struct {
    void (*code)(void);
    const char *name;
    int line;
} test;

static int run_unity_test(void)
{
    Unity.TestFailures = 0;
    Unity.TestIgnores = 0;
    UnityDefaultTestRun(test.code, test.name, test.line);
    if (Unity.TestFailures > 0) {
        return ENDED_FAILED;
    }
    return Unity.TestIgnores > 0 ? ENDED_IGNORED : ENDED_PASSED;
}

void idf_run_test(void (*code)(void), const char *name, int line)
{
    test.code = code;
    test.name = name;
    test.line = line;
    const int status = on_a_chip(run_unity_test);
    Unity.NumberOfTests++;
    Unity.TestFailures += status == ENDED_PASSED || status == ENDED_IGNORED ? 0 : 1;
    Unity.TestIgnores += status == ENDED_IGNORED ? 1 : 0;
    if (status != ENDED_PASSED && status != ENDED_FAILED && status != ENDED_IGNORED) {
        (void)printf("%s:%d:%s:FAIL: it did not run to its end\n", Unity.TestFile, line, name);
    }
}

static void (*scenario)(void);

static int run_scenario(void)
{
    scenario();
    if (failing_call > 0 && !idf_complained()) {
        (void)fprintf(stderr, "No error and no warning was logged. The log:\n%s", idf_log_lines());
        return ENDED_FAILED;
    }
    return ENDED_PASSED;
}

void idf_fail_everywhere(const char *component, void (*what)(void))
{
    scenario = what;
    run = mmap(NULL, sizeof *run, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    TEST_ASSERT_NOT_EQUAL(MAP_FAILED, run);
    failing_call = 0;
    TEST_ASSERT_EQUAL_MESSAGE(ENDED_PASSED, on_a_chip(run_scenario), "the scenario itself does not work");
    const int calls = run->calls;
    for (failing_call = 1; failing_call <= calls; failing_call++) {
        run->calls = 0;
        const int status = on_a_chip(run_scenario);
        run->sites[run->failed].failed = true;
        if (status != ENDED_PASSED) {
            char place[256];
            __sanitizer_symbolize_pc((const char *)run->sites[run->failed].address - 1, "%s:%l in %f", place,
                                     sizeof place);
            (void)printf("not handled: call %d, %s at %s\n", failing_call, run->sites[run->failed].name, place);
            run->sites[run->failed].unhandled = true;
        }
    }
    int failed = 0;
    int handled = 0;
    for (int i = 0; i < run->site_count; i++) {
        failed += run->sites[i].failed ? 1 : 0;
        handled += run->sites[i].failed && !run->sites[i].unhandled ? 1 : 0;
    }
    (void)printf("%s: %d call sites, %d failed, %d handled\n", component, run->site_count, failed, handled);
    TEST_ASSERT_EQUAL_MESSAGE(run->site_count, failed, "a call site was never made to fail");
    TEST_ASSERT_EQUAL_MESSAGE(failed, handled, "a failure was not handled");
}
