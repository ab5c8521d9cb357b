/** Exit status of a command: done, something for the user to fix, or a wrong call. */
export const exitStatus = { done: 0, findings: 1, usage: 2 } as const;
