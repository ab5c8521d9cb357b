/** A key and a secret for servers of the tests' own. */
export const credentials = { consumerKey: "tests-key", consumerSecret: "tests-secret" };

/** Verifies with them. */
export function secretFor(consumerKey: string): string | undefined {
  return consumerKey === credentials.consumerKey ? credentials.consumerSecret : undefined;
}
