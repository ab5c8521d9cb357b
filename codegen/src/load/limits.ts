/**
 * Maximum number of values in a file, estimated from its separators. Each takes up to 500 bytes of memory. The largest
 * real documents stay below this.
 */
export const maximumValues = 5_000_000;

/** Maximum number of referenced files. The largest public documents have two thousand. */
export const maximumFiles = 20_000;

/** Maximum nesting depth. Real documents stay below 40. Later steps may recurse within this limit. */
export const maximumDepth = 256;

/** Maximum number of values that all aliases of a document may expand to. */
export const maximumAliasedValues = 100_000;

/** Maximum number of values that all subclasses of a document may inherit from their base classes. */
export const maximumInheritedValues = 100_000;

/**
 * Maximum number of values in a file for which all syntax errors are reported. Above it, only the first is, because the
 * recovering parser takes a kilobyte of memory per value.
 */
export const maximumRecoverableValues = 1_000_000;

/** Maximum number of findings about the values of a file. */
export const maximumFindings = 1_000;
