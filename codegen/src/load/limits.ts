/**
 * How many values a file may hold, counted by the signs between values. Reading takes up to 500 bytes of memory for
 * each. Real documents of the largest size that is read stay below.
 */
export const maximumValues = 5_000_000;

/** Of how many files a document may be made, besides its own. The largest public ones have two thousand. */
export const maximumFiles = 20_000;

/** How deep values may nest. Real documents stay below 40; everything behind `load` may recurse within this. */
export const maximumDepth = 256;

/** How many values all aliases of a document may stand for, counted as if each were written out. */
export const maximumAliasedValues = 100_000;

/** How many values all subclasses of a document may take over from the classes that list them, counted in the same way. */
export const maximumInheritedValues = 100_000;

/**
 * How many values, so counted, a file with a syntax error may hold for all its errors to be told, and not only the first:
 * the parser that knows them all takes a kilobyte of memory for each.
 */
export const maximumExplainedValues = 1_000_000;

/** How many findings on the values of a file are told at most: who has that many starts with the first. */
export const maximumFindings = 1_000;
