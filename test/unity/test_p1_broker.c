/* The broker driver between the device and esp-mqtt. */
#include <stdio.h>
#include <string.h>

#include "esp_tls_errors.h"
#include "idf.h"
#include "mqtt_broker.h"
#include "p1_broker.h"
#include "platform/settings.h"
#include "unity.h"

static char told[4096];
/* What is kept under each key. */
static const char *kept[4];

void setUp(void)
{
}

void tearDown(void)
{
}

uint16_t p1_settings_read(platform_settings_key_t key, ts_span_u8 into)
{
    return kept[key] == NULL ? 0 : (uint16_t)snprintf((char *)into.data, into.length, "%s", kept[key]);
}

static void on_event(platform_broker_event_t event)
{
    (void)snprintf(told + strlen(told), sizeof told - strlen(told), "event %d\n", (int)event);
}

static void on_delivered(uint16_t id)
{
    (void)snprintf(told + strlen(told), sizeof told - strlen(told), "delivered %u\n", (unsigned)id);
}

static void on_message(ts_bytes topic, ts_bytes payload, bool retained)
{
    (void)snprintf(told + strlen(told), sizeof told - strlen(told), "message %.*s %.*s %d\n", (int)topic.length,
                   (const char *)topic.data, (int)payload.length, (const char *)payload.data, retained);
}

static const p1_broker_events_t EVENTS = {.event = on_event, .delivered = on_delivered, .message = on_message};

static ts_bytes bytes_of(const char *text)
{
    return (ts_bytes){.data = (const uint8_t *)text, .length = (uint32_t)strlen(text)};
}

static void attempt(void)
{
    char lent[] = "broker";
    p1_broker_connect(bytes_of(lent), 1883, PLATFORM_SECURITY_PLAIN, bytes_of(lent), bytes_of("p1_meter"),
                      bytes_of("me"), bytes_of("secret"), 30);
    memset(lent, 0xdd, sizeof lent - 1);
    idf_pass(0);
}

static void start(void)
{
    TEST_ASSERT_EQUAL(ESP_OK, p1_broker_init(&EVENTS));
    p1_broker_last_will(bytes_of("meter/availability"), bytes_of("offline"));
    attempt();
}

static void start_connected(void)
{
    start();
    idf_mqtt_event(MQTT_EVENT_CONNECTED, 0);
    idf_pass(0);
    TEST_ASSERT_EQUAL_STRING("event 0\n", told);
    told[0] = '\0';
    idf_forget_calls();
}

static void test_connects_with_login_and_last_will(void)
{
    start();
    TEST_ASSERT_EQUAL_STRING("connect broker:1883 as p1_meter user me will meter/availability keepalive 30\n",
                             idf_calls());
    TEST_ASSERT_EQUAL_STRING("", told);
    TEST_ASSERT_FALSE(p1_broker_publish(bytes_of("t"), bytes_of("p"), false, 0));
}

static void test_an_empty_user_is_no_login_and_an_empty_topic_no_will(void)
{
    TEST_ASSERT_EQUAL(ESP_OK, p1_broker_init(&EVENTS));
    p1_broker_connect(bytes_of("10.0.0.1"), 1884, PLATFORM_SECURITY_PLAIN, bytes_of("10.0.0.1"), bytes_of("x"),
                      bytes_of(""), bytes_of(""), 60);
    idf_pass(0);
    TEST_ASSERT_EQUAL_STRING("connect 10.0.0.1:1884 as x user - will - keepalive 60\n", idf_calls());
}

static void attempt_with(platform_security_t security)
{
    char lent[] = "broker.local";
    p1_broker_connect(bytes_of("10.0.0.1"), 8883, security, bytes_of(lent), bytes_of("x"), bytes_of(""), bytes_of(""),
                      60);
    memset(lent, 0xdd, sizeof lent - 1);
    idf_pass(0);
}

static void test_trusts_whom_the_setting_and_the_kept_certificates_name(void)
{
    static const struct {
        platform_security_t security;
        const char *authority, *identity, *trust;
    } CASES[] = {
        /* mDNS gave the address; the certificate is for the name. */
        {PLATFORM_SECURITY_TLS, NULL, NULL, "broker.local"},
        {PLATFORM_SECURITY_TLS, "CA", "ID", "broker.local signed by CA as ID"},
        {PLATFORM_SECURITY_TLS_UNVERIFIED, "CA", "ID", "with anybody as ID"},
        {PLATFORM_SECURITY_TLS, NULL, "ID", "broker.local as ID"},
    };
    TEST_ASSERT_EQUAL(ESP_OK, p1_broker_init(&EVENTS));
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        char wanted[128];
        kept[PLATFORM_SETTINGS_KEY_BROKER_CA] = CASES[i].authority;
        kept[PLATFORM_SETTINGS_KEY_BROKER_IDENTITY] = CASES[i].identity;
        (void)snprintf(wanted, sizeof wanted, "connect 10.0.0.1:8883 as x user - will - keepalive 60 tls %s\n",
                       CASES[i].trust);
        attempt_with(CASES[i].security);
        TEST_ASSERT_EQUAL_STRING(wanted, idf_calls());
        idf_forget_calls();
    }
}

static void test_tells_a_certificate_that_is_not_trusted_from_tls_that_fails(void)
{
    static const struct {
        esp_err_t tls;
        int flags;
        platform_broker_event_t event;
    } ENDS[] = {
        {ESP_ERR_MBEDTLS_SSL_HANDSHAKE_FAILED, 1, PLATFORM_BROKER_EVENT_UNTRUSTED},
        {ESP_ERR_MBEDTLS_X509_CRT_PARSE_FAILED, 0, PLATFORM_BROKER_EVENT_TLS_FAILED},
        {ESP_ERR_MBEDTLS_SSL_HANDSHAKE_FAILED, 0, PLATFORM_BROKER_EVENT_TLS_FAILED},
        {ESP_ERR_ESP_TLS_SERVER_HANDSHAKE_TIMEOUT, 0, PLATFORM_BROKER_EVENT_TLS_FAILED},
    };
    TEST_ASSERT_EQUAL(ESP_OK, p1_broker_init(&EVENTS));
    for (size_t i = 0; i < sizeof ENDS / sizeof ENDS[0]; i++) {
        char wanted[32];
        (void)snprintf(wanted, sizeof wanted, "event %d\n", (int)ENDS[i].event);
        attempt_with(PLATFORM_SECURITY_TLS);
        idf_mqtt_tls_error(ENDS[i].tls, ENDS[i].flags);
        idf_pass(0);
        TEST_ASSERT_EQUAL_STRING(wanted, told);
        told[0] = '\0';
    }
}

static void test_publishes_in_the_order_of_the_calls(void)
{
    start_connected();
    TEST_ASSERT_TRUE(p1_broker_publish(bytes_of("a"), bytes_of("1"), true, 1));
    TEST_ASSERT_TRUE(p1_broker_publish(bytes_of("b"), bytes_of(""), false, 0));
    TEST_ASSERT_TRUE(p1_broker_subscribe(bytes_of("meter/command")));
    idf_pass(0);
    TEST_ASSERT_EQUAL_STRING("publish a 1 qos 1 retain 1\npublish b  qos 0 retain 0\nsubscribe meter/command qos 0\n",
                             idf_calls());
}

static void test_tells_what_the_broker_acknowledged(void)
{
    start_connected();
    const uint16_t first = p1_broker_deliver(bytes_of("a"), bytes_of("1"));
    const uint16_t second = p1_broker_deliver(bytes_of("a"), bytes_of("2"));
    TEST_ASSERT_EQUAL(1, first);
    TEST_ASSERT_EQUAL(2, second);
    idf_pass(0);
    idf_mqtt_event(MQTT_EVENT_PUBLISHED, 2);
    idf_mqtt_event(MQTT_EVENT_PUBLISHED, 1);
    idf_mqtt_event(MQTT_EVENT_PUBLISHED, 1);
    TEST_ASSERT_EQUAL_STRING("delivered 2\ndelivered 1\n", told);
}

static void test_an_acknowledgement_may_come_before_the_message_has_its_number(void)
{
    start_connected();
    idf_mqtt_acknowledge_early();
    (void)p1_broker_deliver(bytes_of("a"), bytes_of("1"));
    idf_pass(0);
    TEST_ASSERT_EQUAL_STRING("delivered 1\n", told);
}

static void test_sixteen_deliveries_are_open_at_most(void)
{
    start_connected();
    for (int i = 0; i < 8; i++) {
        TEST_ASSERT_NOT_EQUAL(0, p1_broker_deliver(bytes_of("a"), bytes_of("1")));
        TEST_ASSERT_TRUE(p1_broker_publish(bytes_of("a"), bytes_of("1"), true, 2));
        idf_pass(0);
    }
    TEST_ASSERT_FALSE(p1_broker_publish(bytes_of("a"), bytes_of("1"), true, 2));
    TEST_ASSERT_EQUAL(0, p1_broker_deliver(bytes_of("a"), bytes_of("1")));
    idf_mqtt_event(MQTT_EVENT_PUBLISHED, 7);
    TEST_ASSERT_EQUAL(17, p1_broker_deliver(bytes_of("a"), bytes_of("1")));
}

static void test_a_slow_connection_fills_the_outbox_and_nothing_waits(void)
{
    static uint8_t bytes[10000];
    const ts_bytes large = {.data = bytes, .length = sizeof bytes};
    start_connected();
    idf_mqtt_slow(5000);
    TEST_ASSERT_TRUE(p1_broker_publish(bytes_of("a"), large, false, 0));
    TEST_ASSERT_TRUE(p1_broker_publish(bytes_of("a"), large, false, 0));
    TEST_ASSERT_TRUE(p1_broker_publish(bytes_of("a"), large, false, 0));
    TEST_ASSERT_FALSE(p1_broker_publish(bytes_of("a"), large, false, 0));
    TEST_ASSERT_TRUE(p1_broker_publish(bytes_of("a"), bytes_of("small"), false, 0));
    idf_pass(60000);
    idf_mqtt_slow(0);
    int taken = 0;
    while (taken < 100 && p1_broker_publish(bytes_of("a"), bytes_of("x"), false, 0)) {
        taken++;
    }
    TEST_ASSERT_EQUAL(P1_BROKER_OUTBOX_MESSAGES, taken);
}

static void fails(esp_mqtt_error_type_t type, esp_mqtt_connect_return_code_t code, esp_err_t tls,
                  platform_broker_event_t expected)
{
    char line[32];
    told[0] = '\0';
    attempt();
    idf_mqtt_error(type, code, tls);
    idf_pass(0);
    (void)snprintf(line, sizeof line, "event %d\n", (int)expected);
    TEST_ASSERT_EQUAL_STRING(line, told);
}

static void test_says_why_an_attempt_failed_once(void)
{
    TEST_ASSERT_EQUAL(ESP_OK, p1_broker_init(&EVENTS));
    fails(MQTT_ERROR_TYPE_CONNECTION_REFUSED, MQTT_CONNECTION_REFUSE_BAD_USERNAME, 0,
          PLATFORM_BROKER_EVENT_WRONG_LOGIN);
    fails(MQTT_ERROR_TYPE_CONNECTION_REFUSED, MQTT_CONNECTION_REFUSE_NOT_AUTHORIZED, 0,
          PLATFORM_BROKER_EVENT_WRONG_LOGIN);
    fails(MQTT_ERROR_TYPE_CONNECTION_REFUSED, MQTT_CONNECTION_REFUSE_ID_REJECTED, 0, PLATFORM_BROKER_EVENT_REFUSED);
    fails(MQTT_ERROR_TYPE_TCP_TRANSPORT, 0, ESP_ERR_ESP_TLS_CANNOT_RESOLVE_HOSTNAME,
          PLATFORM_BROKER_EVENT_UNKNOWN_HOST);
    fails(MQTT_ERROR_TYPE_TCP_TRANSPORT, 0, ESP_ERR_ESP_TLS_CONNECTION_TIMEOUT, PLATFORM_BROKER_EVENT_TIMEOUT);
    fails(MQTT_ERROR_TYPE_TCP_TRANSPORT, 0, ESP_FAIL, PLATFORM_BROKER_EVENT_UNREACHABLE);
}

static void test_a_connection_that_stood_is_lost_and_the_next_attempt_works(void)
{
    start_connected();
    idf_mqtt_event(MQTT_EVENT_DISCONNECTED, 0);
    idf_pass(0);
    TEST_ASSERT_EQUAL_STRING("event 1\n", told);
    TEST_ASSERT_FALSE(p1_broker_publish(bytes_of("t"), bytes_of("p"), false, 0));
    attempt();
    idf_mqtt_event(MQTT_EVENT_CONNECTED, 0);
    idf_pass(0);
    TEST_ASSERT_TRUE(p1_broker_publish(bytes_of("t"), bytes_of("p"), false, 0));
}

/* MQTT_REPORT_DELETED_MESSAGES: the broker did not acknowledge it for 30 s. */
static void test_a_message_that_was_given_up_ends_the_connection(void)
{
    start_connected();
    (void)p1_broker_deliver(bytes_of("a"), bytes_of("1"));
    idf_pass(0);
    idf_mqtt_event(MQTT_EVENT_DELETED, 1);
    idf_pass(0);
    TEST_ASSERT_EQUAL_STRING("event 1\n", told);
}

static void test_disconnects_after_what_was_queued_and_without_an_event(void)
{
    start_connected();
    (void)p1_broker_publish(bytes_of("a"), bytes_of("offline"), true, 1);
    p1_broker_disconnect();
    idf_pass(0);
    TEST_ASSERT_EQUAL_STRING("publish a offline qos 1 retain 1\ndisconnect\n", idf_calls());
    TEST_ASSERT_EQUAL_STRING("", told);
}

static void test_an_attempt_that_is_ended_says_nothing_more(void)
{
    start();
    idf_mqtt_error(MQTT_ERROR_TYPE_TCP_TRANSPORT, 0, ESP_FAIL);
    p1_broker_disconnect();
    attempt();
    idf_pass(0);
    TEST_ASSERT_EQUAL_STRING("", told);
}

static void test_hands_over_messages_one_at_a_time_and_of_a_long_one_the_beginning(void)
{
    char expected[400];
    char payload[301] = "";
    memset(payload, 'x', 300);
    start_connected();
    idf_mqtt_message("meter/command", payload, 0, true);
    idf_mqtt_message("", "rest", 300, true);
    (void)snprintf(expected, sizeof expected, "message meter/command %.256s 1\n", payload);
    TEST_ASSERT_EQUAL_STRING(expected, told);
    idf_mqtt_message("meter/command", "second", 0, false);
    TEST_ASSERT_EQUAL_STRING(expected, told);
    TEST_ASSERT_TRUE(idf_logged('W', "left out"));
    p1_broker_message_done();
    told[0] = '\0';
    idf_mqtt_message("meter/command", "third", 0, false);
    TEST_ASSERT_EQUAL_STRING("message meter/command third 0\n", told);
}

static void everything(void)
{
    (void)p1_broker_init(&EVENTS);
    attempt();
    if (strcmp(told, "") == 0) {
        idf_mqtt_event(MQTT_EVENT_CONNECTED, 0);
        idf_pass(0);
        (void)p1_broker_publish(bytes_of("a"), bytes_of("1"), false, 0);
        (void)p1_broker_subscribe(bytes_of("b"));
    }
    p1_broker_disconnect();
    idf_pass(0);
}

static void test_handles_every_error_of_esp_idf(void)
{
    idf_fail_everywhere("p1_broker", everything);
}

int main(void)
{
    UNITY_BEGIN();
    RUN_ON_CHIP(test_connects_with_login_and_last_will);
    RUN_ON_CHIP(test_an_empty_user_is_no_login_and_an_empty_topic_no_will);
    RUN_ON_CHIP(test_trusts_whom_the_setting_and_the_kept_certificates_name);
    RUN_ON_CHIP(test_tells_a_certificate_that_is_not_trusted_from_tls_that_fails);
    RUN_ON_CHIP(test_publishes_in_the_order_of_the_calls);
    RUN_ON_CHIP(test_tells_what_the_broker_acknowledged);
    RUN_ON_CHIP(test_an_acknowledgement_may_come_before_the_message_has_its_number);
    RUN_ON_CHIP(test_sixteen_deliveries_are_open_at_most);
    RUN_ON_CHIP(test_a_slow_connection_fills_the_outbox_and_nothing_waits);
    RUN_ON_CHIP(test_says_why_an_attempt_failed_once);
    RUN_ON_CHIP(test_a_connection_that_stood_is_lost_and_the_next_attempt_works);
    RUN_ON_CHIP(test_a_message_that_was_given_up_ends_the_connection);
    RUN_ON_CHIP(test_disconnects_after_what_was_queued_and_without_an_event);
    RUN_ON_CHIP(test_an_attempt_that_is_ended_says_nothing_more);
    RUN_ON_CHIP(test_hands_over_messages_one_at_a_time_and_of_a_long_one_the_beginning);
    RUN_ON_CHIP(test_handles_every_error_of_esp_idf);
    return UNITY_END();
}
