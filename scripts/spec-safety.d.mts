/** Finds operations that do not state `x-safety`. */
export function safetyFaults(document: unknown): readonly string[];
