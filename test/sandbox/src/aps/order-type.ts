/** Order types that a client may place, with the prefix of their order numbers. */
export const orderNumberPrefixes = { SALES: "SO", CHANGE: "CH", RENEWAL: "RN", CANCELLATION: "CL" } as const;

/** Type of an order. */
export type OrderType = keyof typeof orderNumberPrefixes;
