/**
 * Secrets behind requests that were signed. They are kept in a map and not in the request, so that
 * nothing that shows a request shows them. Whoever reads the response removes them from it.
 */
const secretsByRequest = new WeakMap<Request, readonly string[]>();

/** A shorter one is part of many words, and nothing that anyone should sign with. */
const SHORTEST = 4;

/** Remembers what a request was signed with, where that was not sent as it is. */
export function saveSecrets(signed: Request, secrets: readonly string[]): void {
  secretsByRequest.set(
    signed,
    secrets.filter(({ length }) => length >= SHORTEST),
  );
}

/** Secrets that a request was signed with; none for what another signer has made. */
export function getSecrets(signed: Request): readonly string[] {
  return secretsByRequest.get(signed) ?? [];
}
