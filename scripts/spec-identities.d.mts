/** Faults of a document whose operations create something without marking its identity. */
export function identityFaults(document: unknown): readonly string[];
