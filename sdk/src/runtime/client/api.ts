import { type ApiDescriptor, CONTRACT } from "../schema/index.js";
import { ClientCore } from "./client-core.js";
import type { ClientOptions } from "./options.js";
import { describeSigners } from "./signer-hint.js";

/** What every generated client is built on. */
export abstract class Api {
  /** Shared by all clients that are made from one another. */
  readonly core: ClientCore;

  /**
   * @param source Options for a core of its own, or a core or another client to share one with.
   * @throws TypeError when the code was generated for another version of the run-time
   */
  constructor(source: ClientCore | Api | ClientOptions, descriptor: ApiDescriptor) {
    const { name, contract } = descriptor;
    if (contract !== CONTRACT) {
      throw new TypeError(
        `${name}Api was generated for version ${contract} of the run-time, and this is ${CONTRACT}: generate it again`,
      );
    }
    this.core = resolveCore(source, descriptor);
  }
}

function resolveCore(source: ClientCore | Api | ClientOptions, { name, security = [] }: ApiDescriptor): ClientCore {
  if (source instanceof Api) return source.core;
  if (source instanceof ClientCore) return source;
  if (source.credentials === undefined && source.signer === undefined && security.length > 0) {
    throw new TypeError(`${name}Api needs a signer: ${describeSigners(security)}`);
  }
  return new ClientCore(source);
}

/** What every group of operations is built on. */
export abstract class OperationGroup {
  /** Sends the calls of the group. */
  protected readonly core: ClientCore;

  constructor(core: ClientCore) {
    this.core = core;
  }
}
