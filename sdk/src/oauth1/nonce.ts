/**
 * Thirty random hexadecimal digits: 120 bits from the system's generator, letters and digits only.
 *
 * A version 4 UUID (RFC 9562 section 5.4) is the cheapest source of them: the run-time draws random bytes ahead. Its
 * hyphens and the two digits that are not random, version and variant, are left out.
 */
export function randomNonce(): string {
  const uuid = crypto.randomUUID(); // xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx
  return uuid.slice(0, 8) + uuid.slice(9, 13) + uuid.slice(15, 18) + uuid.slice(20, 23) + uuid.slice(24);
}
