/* The driver of the serial console, at a UART. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "console.h"
#include "esp_console.h"
#include "heap.h"
#include "idf.h"
#include "p1_console.h"
#include "uart.h"
#include "unity.h"

#define COMMANDS "wifi status password"

/* What stands on the terminal, and where Unity writes. */
static char *printed;
static size_t printed_length;
static FILE *report;
/* What was typed, as it came to the device; and what that answers, in two parts. */
static char lines[2048];
static const char *answers[2] = {"", ""};
static bool is_slow;

void setUp(void)
{
}

void tearDown(void)
{
}

static void answer(void)
{
    for (size_t i = 0; i < 2; i++) {
        p1_console_write((ts_bytes){.data = (const uint8_t *)answers[i], .length = (uint32_t)strlen(answers[i])});
    }
    p1_console_done();
}

static void typed(ts_bytes line)
{
    (void)snprintf(lines + strlen(lines), sizeof lines - strlen(lines), "[%.*s]", (int)line.length,
                   (const char *)line.data);
    if (!is_slow) {
        answer();
    }
}

static void listen(void)
{
    p1_console_listen((ts_bytes){.data = (const uint8_t *)COMMANDS, .length = sizeof COMMANDS - 1});
}

static void start(void)
{
    report = stdout;
    stdout = open_memstream(&printed, &printed_length);
    TEST_ASSERT_EQUAL(ESP_OK, p1_console_init(typed));
    TEST_ASSERT_EQUAL_STRING("uart_driver_install 0 rx 256 tx 512 flags 0x0\n", idf_calls());
    listen();
}

/* Unity writes to the standard output again. */
static const char *screen(void)
{
    (void)fclose(stdout);
    stdout = report;
    return printed;
}

static void type(const char *text)
{
    idf_uart_receive(text, strlen(text));
    idf_pass(10);
}

static void test_a_line_comes_to_the_device_and_its_answer_to_the_terminal(void)
{
    start();
    answers[0] = "It is ";
    answers[1] = "kept.\n";
    type("status\r");
    type("wifi \"Caf\xc3\xa9 \xf0\x9f\x98\x80\"\n");
    TEST_ASSERT_EQUAL_STRING("status\nIt is kept.\np1> wifi \"Caf\xc3\xa9 \xf0\x9f\x98\x80\"\nIt is kept.\np1> ",
                             screen());
    TEST_ASSERT_EQUAL_STRING("[status][wifi \"Caf\xc3\xa9 \xf0\x9f\x98\x80\"]", lines);
    TEST_ASSERT_EQUAL(sizeof COMMANDS, idf_heap_taken()); /* The names, and no answer. */
}

static void test_its_commands_are_registered(void)
{
    start();
    (void)screen();
    TEST_ASSERT_EQUAL_STRING("uart_driver_install 0 rx 256 tx 512 flags 0x0\nesp_console_cmd_register wifi\n"
                             "esp_console_cmd_register status\nesp_console_cmd_register password\n",
                             idf_calls());
}

static void test_a_line_waits_until_the_device_listens(void)
{
    report = stdout;
    stdout = open_memstream(&printed, &printed_length);
    TEST_ASSERT_EQUAL(ESP_OK, p1_console_init(typed));
    type("status\r");
    TEST_ASSERT_EQUAL_STRING("", lines);
    listen();
    idf_pass(10);
    (void)screen();
    TEST_ASSERT_EQUAL_STRING("[status]", lines);
}

static int tasks_of_mine(int argc, char **argv)
{
    printf("%d words, the last is %s\n", argc, argv[argc - 1]);
    return argc == 2 ? ESP_OK : ESP_ERR_INVALID_ARG;
}

static void test_a_command_of_somebody_else_is_run_and_the_device_does_not_see_it(void)
{
    const esp_console_cmd_t command = {.command = "tasks", .func = tasks_of_mine};
    start();
    TEST_ASSERT_EQUAL(ESP_OK, esp_console_cmd_register(&command));
    type("tasks all\rtasks\rtask\r");
    TEST_ASSERT_EQUAL_STRING("tasks all\n2 words, the last is all\np1> "
                             "tasks\n1 words, the last is tasks\nThe command failed: ESP_ERR_INVALID_ARG.\np1> "
                             "task\np1> ",
                             screen());
    TEST_ASSERT_EQUAL_STRING("[task]", lines);
}

static void test_nothing_that_was_typed_stays(void)
{
    start();
    type("password geheim12\r");
    (void)screen();
    TEST_ASSERT_EQUAL_STRING("[password geheim12]", lines);
    TEST_ASSERT_FALSE(idf_console_remembers("geheim"));
}

static void test_a_console_that_could_not_be_opened_stays_closed(void)
{
    idf_fail("esp_console_init", 1, ESP_ERR_NO_MEM);
    TEST_ASSERT_EQUAL(ESP_ERR_NO_MEM, p1_console_init(typed));
    listen();
    type("status\r");
    TEST_ASSERT_EQUAL_STRING("", lines);
    TEST_ASSERT_EQUAL(0, idf_heap_taken());
}

static void test_every_line_end_is_one_and_an_empty_line_is_none(void)
{
    start();
    type("one\r\ntwo\rthree\n\n\r\r\n");
    (void)screen();
    TEST_ASSERT_EQUAL_STRING("[one][two][three]", lines);
}

static void test_backspace_takes_a_character_and_control_c_the_line(void)
{
    start();
    type("a\xc3\xa4\xf0\x9f\x98\x80\b\x7f"
         "b\b\b\b\bx\033y\tz\r");
    type("secret\x03"
         "one\x15"
         "two\r");
    (void)screen();
    TEST_ASSERT_EQUAL_STRING("[xy\tz][two]", lines);
}

static void test_of_a_line_that_is_too_long_one_byte_more_comes_than_is_allowed(void)
{
    char text[400];
    memset(text, 'x', sizeof text);
    start();
    for (size_t i = 0; i < 2; i++) {
        text[200] = '\0';
        type(text);
    }
    type("\b\b\r");
    type("short\r");
    (void)screen();
    TEST_ASSERT_EQUAL(P1_CONSOLE_LINE_SIZE + 2 + strlen("[short]"), strlen(lines));
    TEST_ASSERT_NOT_NULL(strstr(lines, "xx][short]"));
}

static void test_the_line_stays_until_the_device_has_seen_it(void)
{
    start();
    is_slow = true;
    type("one\rtwo\r");
    TEST_ASSERT_EQUAL_STRING("[one]", lines);
    answer();
    idf_pass(0);
    answer();
    idf_pass(0);
    (void)screen();
    TEST_ASSERT_EQUAL_STRING("[one][two]", lines);
}

static void test_without_memory_there_is_no_answer(void)
{
    start();
    answers[0] = "Lost.\n";
    idf_fail("heap_caps_malloc", 1, ESP_ERR_NO_MEM);
    type("one\r");
    TEST_ASSERT_TRUE(idf_logged('E', "There is no memory for an answer."));
    type("two\r");
    TEST_ASSERT_EQUAL_STRING("one\np1> two\nLost.\np1> ", screen());
}

/* Its data are a line feed and a zero. */
#define PACKET "IMPROV\x01\x03\x02\n\0\x55"

static void test_a_packet_comes_whole_and_is_not_shown(void)
{
    start();
    idf_uart_receive(PACKET PACKET "\nstatus\r", 2 * (sizeof PACKET - 1) + strlen("\nstatus\r"));
    idf_pass(10);
    TEST_ASSERT_EQUAL_STRING("IMPROVIMPROV\np1> status\np1> ", screen());
    TEST_ASSERT_EQUAL_STRING("[IMPROV\x01\x03\x02\n][IMPROV\x01\x03\x02\n][status]", lines);
}

static void test_what_only_looks_like_a_packet_is_a_line(void)
{
    start();
    type("IMPROV\x02rest\rIMPRO\x01x\rx IMPROV\x01\r");
    (void)screen();
    TEST_ASSERT_EQUAL_STRING("[IMPROVrest][IMPROx][x IMPROV]", lines);
}

static void test_a_packet_for_the_computer_goes_as_it_is_or_not_at_all(void)
{
    static const uint8_t packet[500] = {'\n', 'I'};
    start();
    p1_console_send((ts_bytes){.data = packet, .length = sizeof packet});
    TEST_ASSERT_FALSE(idf_logged('W', "A packet for a program at the console is lost: nobody takes it."));
    p1_console_send((ts_bytes){.data = packet, .length = sizeof packet});
    TEST_ASSERT_TRUE(idf_logged('W', "A packet for a program at the console is lost: nobody takes it."));
    (void)screen();
    const uint8_t *sent = NULL;
    TEST_ASSERT_EQUAL(sizeof packet, idf_uart_sent(&sent));
    TEST_ASSERT_EQUAL_MEMORY(packet, sent, sizeof packet);
}

static void test_a_port_that_fails_is_read_again(void)
{
    start();
    type("o");
    idf_fail("uart_read_bytes", 1, ESP_FAIL);
    type("n");
    type("e\r");
    idf_pass(20000);
    type("\r");
    (void)screen();
    TEST_ASSERT_TRUE(idf_logged('E', "The console can't be read."));
    TEST_ASSERT_EQUAL_STRING("[one]", lines);
}

static void test_says_that_nobody_can_type(void)
{
    idf_fail("uart_driver_install", 1, ESP_ERR_NO_MEM);
    TEST_ASSERT_EQUAL(ESP_ERR_NO_MEM, p1_console_init(typed));
    TEST_ASSERT_TRUE(idf_logged('E', "UART0 can't be read."));
}

static void everything(void)
{
    report = stdout;
    stdout = open_memstream(&printed, &printed_length);
    answers[0] = "one";
    answers[1] = "two";
    if (p1_console_init(typed) == ESP_OK) {
        listen();
        type("status\r");
        idf_pass(20000);
        p1_console_send((ts_bytes){.data = (const uint8_t *)"x", .length = 1});
    }
    (void)screen();
}

static void test_handles_every_error_of_esp_idf(void)
{
    idf_fail_everywhere("p1_console", everything);
}

int main(void)
{
    UNITY_BEGIN();
    RUN_ON_CHIP(test_a_line_comes_to_the_device_and_its_answer_to_the_terminal);
    RUN_ON_CHIP(test_its_commands_are_registered);
    RUN_ON_CHIP(test_a_line_waits_until_the_device_listens);
    RUN_ON_CHIP(test_a_command_of_somebody_else_is_run_and_the_device_does_not_see_it);
    RUN_ON_CHIP(test_nothing_that_was_typed_stays);
    RUN_ON_CHIP(test_a_console_that_could_not_be_opened_stays_closed);
    RUN_ON_CHIP(test_every_line_end_is_one_and_an_empty_line_is_none);
    RUN_ON_CHIP(test_backspace_takes_a_character_and_control_c_the_line);
    RUN_ON_CHIP(test_of_a_line_that_is_too_long_one_byte_more_comes_than_is_allowed);
    RUN_ON_CHIP(test_the_line_stays_until_the_device_has_seen_it);
    RUN_ON_CHIP(test_without_memory_there_is_no_answer);
    RUN_ON_CHIP(test_a_packet_comes_whole_and_is_not_shown);
    RUN_ON_CHIP(test_what_only_looks_like_a_packet_is_a_line);
    RUN_ON_CHIP(test_a_packet_for_the_computer_goes_as_it_is_or_not_at_all);
    RUN_ON_CHIP(test_a_port_that_fails_is_read_again);
    RUN_ON_CHIP(test_says_that_nobody_can_type);
    RUN_ON_CHIP(test_handles_every_error_of_esp_idf);
    return UNITY_END();
}
