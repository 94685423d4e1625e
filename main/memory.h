/* What is left of the stacks and of the heap. */
#pragma once

/* Says how far the stack that has least left and the heap went down, whenever that is further than before. */
void memory_look(void);
