/** Whether this is `npm run test:long`. */
export const isLongRun = process.env["APSDIRECT_TEST_LONG"] !== undefined;

/** How often a test repeats what it does: in a usual run, and in `npm run test:long`. */
export function counted({ usual, long }: { readonly usual: number; readonly long: number }): number {
  return isLongRun ? long : usual;
}
