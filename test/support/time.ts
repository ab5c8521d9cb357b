/**
 * For tests that hold a figure in milliseconds: other programs share the machine and may make one run miss it. What is
 * too slow misses it every time.
 */
export const againWhereBusy = { retry: 2 } as const;
