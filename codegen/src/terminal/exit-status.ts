/** Whether a command ended as it should, found something for its user to do, or was called wrongly. */
export const exitStatus = { done: 0, findings: 1, usage: 2 } as const;
