/** How large a document may be. The largest public ones are a quarter of this. */
export const maximumBytes = 64 * 1024 * 1024;

/** Of how many files a document may be made, besides its own. The largest public ones have two thousand. */
export const maximumFiles = 20_000;

/** How deep values may nest. Real documents stay below 40; everything behind `load` may recurse within this. */
export const maximumDepth = 256;

/** How many values all aliases of a document may stand for, counted as if each were written out. */
export const maximumAliasedValues = 100_000;
