import type { ClientCore } from "./client-core.js";

/** What every group of operations is built on. */
export abstract class OperationGroup {
  /** Sends the calls of the group. */
  protected readonly core: ClientCore;

  constructor(core: ClientCore) {
    this.core = core;
  }
}
