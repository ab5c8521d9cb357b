/** Order types a client may place, each with the prefix of its order numbers. */
export const orderNumberPrefixes = { SALES: "SO", CHANGE: "CH", RENEWAL: "RN", CANCELLATION: "CL" } as const;

/** One of the four order types. */
export type OrderType = keyof typeof orderNumberPrefixes;
