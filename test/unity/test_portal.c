/* Which request leads where, and who may ask it, in the generated C. */
#include <string.h>

#include "portal/routes.h"
#include "unity.h"

void setUp(void)
{
}

void tearDown(void)
{
}

static portal_route_t route(platform_method_t method, const char *path)
{
    return portal_route_of(method, (ts_bytes){.data = (const uint8_t *)path, .length = (uint32_t)strlen(path)});
}

static void test_firmware_is_for_the_owner(void)
{
    TEST_ASSERT_EQUAL(PORTAL_ROUTE_FIRMWARE, route(PLATFORM_METHOD_POST, "/api/firmware"));
    TEST_ASSERT_EQUAL(PORTAL_ROUTE_WRONG_METHOD, route(PLATFORM_METHOD_GET, "/api/firmware"));
    TEST_ASSERT_EQUAL(PORTAL_ACCESS_OWNER, portal_access_of(PORTAL_ROUTE_FIRMWARE));
}

static void test_settings_are_shown_and_changed_by_method(void)
{
    TEST_ASSERT_EQUAL(PORTAL_ROUTE_SETTINGS, route(PLATFORM_METHOD_GET, "/api/settings"));
    TEST_ASSERT_EQUAL(PORTAL_ACCESS_READER, portal_access_of(PORTAL_ROUTE_SETTINGS));
    TEST_ASSERT_EQUAL(PORTAL_ROUTE_CHANGE_SETTINGS, route(PLATFORM_METHOD_POST, "/api/settings"));
    TEST_ASSERT_EQUAL(PORTAL_ACCESS_OWNER, portal_access_of(PORTAL_ROUTE_CHANGE_SETTINGS));
}

static void test_the_state_is_there_for_everybody(void)
{
    TEST_ASSERT_EQUAL(PORTAL_ROUTE_STATUS, route(PLATFORM_METHOD_GET, "/api/status"));
    TEST_ASSERT_EQUAL(PORTAL_ACCESS_EVERYBODY, portal_access_of(PORTAL_ROUTE_STATUS));
    TEST_ASSERT_EQUAL(PORTAL_ROUTE_UNKNOWN, route(PLATFORM_METHOD_GET, "/api/statu"));
}

static void test_the_page_is_at_the_top(void)
{
    TEST_ASSERT_EQUAL(PORTAL_ROUTE_PAGE, route(PLATFORM_METHOD_GET, "/"));
    TEST_ASSERT_EQUAL(PORTAL_ROUTE_WRONG_METHOD, route(PLATFORM_METHOD_POST, "/"));
}

int main(void)
{
    UNITY_BEGIN();
    RUN_TEST(test_firmware_is_for_the_owner);
    RUN_TEST(test_settings_are_shown_and_changed_by_method);
    RUN_TEST(test_the_state_is_there_for_everybody);
    RUN_TEST(test_the_page_is_at_the_top);
    return UNITY_END();
}
