/* Made by ts2c from ts/simulator/row.ts. Change that file and run `npm run generate`. */

#include "simulator/row.h"
