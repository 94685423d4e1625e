#include "platform/update.h"
#include "sdkconfig.h"

bool p1_update_without_login(void)
{
#if CONFIG_P1_UPDATE_WITHOUT_LOGIN
    return true;
#else
    return false;
#endif
}
