import { setFlagsFromString } from "node:v8";

// An editor runs many servers side by side. By default V8 lets the heap double before it collects; here it grows in small steps, which
// costs a few milliseconds on the largest files and halves the memory. The young generation stays small too, and to share its
// short collections among threads would cost more than they take. Has to run before anything is allocated, so import it first.
setFlagsFromString("--heap-growing-percent=20");
setFlagsFromString("--semi-space-growth-factor=1");
setFlagsFromString("--no-parallel-scavenge");
