/* Which request leads where, in the generated C. */
#include <string.h>

#include "portal/portal.h"
#include "unity.h"

void setUp(void)
{
}

void tearDown(void)
{
}

static portal_route_t route(platform_method_t method, const char *path, bool without_login)
{
    const ts_bytes bytes = {.data = (const uint8_t *)path, .length = (uint32_t)strlen(path)};
    return portal_route((portal_request_t){.method = method, .path = bytes}, without_login);
}

static void test_firmware_is_refused_without_a_login(void)
{
    TEST_ASSERT_EQUAL(PORTAL_ROUTE_FORBIDDEN, route(PLATFORM_METHOD_POST, "/api/firmware", false));
}

static void test_firmware_is_taken_where_the_build_says_so(void)
{
    TEST_ASSERT_EQUAL(PORTAL_ROUTE_FIRMWARE, route(PLATFORM_METHOD_POST, "/api/firmware", true));
    TEST_ASSERT_EQUAL(PORTAL_ROUTE_WRONG_METHOD, route(PLATFORM_METHOD_GET, "/api/firmware", true));
}

static void test_the_state_is_there_for_everybody(void)
{
    TEST_ASSERT_EQUAL(PORTAL_ROUTE_STATUS, route(PLATFORM_METHOD_GET, "/api/status", false));
    TEST_ASSERT_EQUAL(PORTAL_ROUTE_UNKNOWN, route(PLATFORM_METHOD_GET, "/status", false));
}

static void test_the_page_is_at_the_top(void)
{
    TEST_ASSERT_EQUAL(PORTAL_ROUTE_PAGE, route(PLATFORM_METHOD_GET, "/", false));
    TEST_ASSERT_EQUAL(PORTAL_ROUTE_WRONG_METHOD, route(PLATFORM_METHOD_POST, "/", false));
}

int main(void)
{
    UNITY_BEGIN();
    RUN_TEST(test_firmware_is_refused_without_a_login);
    RUN_TEST(test_firmware_is_taken_where_the_build_says_so);
    RUN_TEST(test_the_state_is_there_for_everybody);
    RUN_TEST(test_the_page_is_at_the_top);
    return UNITY_END();
}
