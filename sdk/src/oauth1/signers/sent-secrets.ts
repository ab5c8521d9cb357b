/**
 * Secrets of signed requests. They are stored in a map and not in the request, so that code that shows a request does
 * not show them. The code that reads a response removes them from it.
 */
const secretsByRequest = new WeakMap<Request, readonly string[]>();

/** Minimum length of a secret to remove. A shorter one occurs in many words, and is not a secure secret. */
const SHORTEST = 4;

/** Saves the secrets with which a request was signed. */
export function saveSecrets(signed: Request, secrets: readonly string[]): void {
  secretsByRequest.set(
    signed,
    secrets.filter(({ length }) => length >= SHORTEST),
  );
}

/** Returns the secrets with which a request was signed. Empty if another signer has created the request. */
export function getSecrets(signed: Request): readonly string[] {
  return secretsByRequest.get(signed) ?? [];
}
