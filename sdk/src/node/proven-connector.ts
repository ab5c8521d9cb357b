import type { buildConnector } from "undici";

/** Error of a connection that failed in TCP, the TLS handshake, or the tunnel through a proxy. */
export class NotConnectedError extends Error {
  override readonly name = "NotConnectedError";
  /** Code that proves to the client that no byte of the request was sent. */
  readonly code = "ERR_NOT_CONNECTED";
}

/**
 * Marks the errors of a connector. undici writes a request only to a socket that its connector has returned (with TLS,
 * after `secureConnect`), so a request whose connector fails was not sent. Without the mark, a reset during a handshake
 * looks like a reset after an order.
 */
export function provenConnector(connect: buildConnector.connector): buildConnector.connector {
  return (target, callback) =>
    connect(target, (...[error, socket]) => {
      if (error === null) callback(null, socket);
      else callback(new NotConnectedError(error.message, { cause: error }), null);
    });
}
