import type { buildConnector } from "undici";

/** Error of a connection that was never made: neither by TCP, nor its TLS handshake, nor its tunnel through a proxy. */
export class NotConnectedError extends Error {
  override readonly name = "NotConnectedError";
  /** Proves to the client that no byte of the request left. */
  readonly code = "ERR_NOT_CONNECTED";
}

/**
 * Marks what a connector fails with. undici writes a request only to a socket that its connector has handed over, which
 * with TLS is after `secureConnect`, so whatever fails before that was not sent. Without the mark, a reset in the middle
 * of a handshake looks like a reset after an order.
 */
export function provenConnector(connect: buildConnector.connector): buildConnector.connector {
  return (target, callback) =>
    connect(target, (...[error, socket]) => {
      if (error === null) callback(null, socket);
      else callback(new NotConnectedError(error.message, { cause: error }), null);
    });
}
