/** Whether all is well, something was found for the user to do, or the command was called wrongly. */
export const exitStatus = { done: 0, findings: 1, usage: 2 } as const;
