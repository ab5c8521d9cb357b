/** Identity of the call that an error belongs to. */
export interface CallIdentity {
  /** Public name of the method, for example `orders.create`. */
  readonly operation: string;
  /** Reference of the call: a random UUID unless the caller passed one. */
  readonly reference: string;
}

/** Base class of all errors of apsdirect. */
export abstract class ApsDirectError extends Error {
  /** Stable code for programs: compare this, not the message. */
  abstract readonly code: string;
}

/** Base class of errors about one call. */
export abstract class CallError extends ApsDirectError implements CallIdentity {
  /** Public name of the method, for example `orders.create`. */
  readonly operation: string;
  /** Reference of the call: a random UUID unless the caller passed one. */
  readonly reference: string;

  constructor(call: CallIdentity, message: string, options?: ErrorOptions) {
    super(`${call.operation}: ${message}`, options);
    this.operation = call.operation;
    this.reference = call.reference;
  }
}

/** Formats issues for a message, one per line. */
export function formatIssues(issues: ReadonlyArray<{ readonly path: string; readonly message: string }>): string {
  return issues.map(({ path, message }) => `  ${path}: ${message}`).join("\n");
}
