import { type ApiDescriptor, CONTRACT } from "../schema/index.js";
import { ClientCore } from "./client-core.js";
import type { ClientOptions } from "./options.js";
import { describeSigners } from "./signer-hint.js";

/** Base class of the generated clients. */
export abstract class Api {
  /** Core, shared by all clients that were created from one another. */
  readonly core: ClientCore;

  /**
   * @param source Options for a new core, or a core or client to share.
   * @throws TypeError if the code was generated for another version of the runtime
   */
  constructor(source: ClientCore | Api | ClientOptions, descriptor: ApiDescriptor) {
    const { name, contract } = descriptor;
    if (contract !== CONTRACT) {
      throw new TypeError(
        `${name}Api was generated for version ${contract} of the runtime, but this is ${CONTRACT}: generate it again`,
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

/** Base class of the operation groups. */
export abstract class OperationGroup {
  /** Sends the calls of the group. */
  protected readonly core: ClientCore;

  constructor(core: ClientCore) {
    this.core = core;
  }
}
