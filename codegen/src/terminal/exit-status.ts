/** Exit statuses: success, problems for the user to fix, and wrong usage. */
export const exitStatus = { done: 0, findings: 1, usage: 2 } as const;
