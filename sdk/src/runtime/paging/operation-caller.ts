import type { CallOptions } from "../request/call-options.js";
import type { Address } from "../request/index.js";
import type { Call, PageSource } from "../response/index.js";
import type { Operation } from "../schema/index.js";

/** Part of a client that lists and pages need. `ClientCore` implements it. */
export interface OperationCaller {
  /** Number of items that a list requests at once, if set in the client's options. */
  readonly pageSize: number | undefined;
  /** Calls an operation. */
  call<Input extends object, Result, Errors extends object, ResponseHeaders extends object>(
    operation: Operation<Input, Result, Errors, ResponseHeaders>,
    input: NoInfer<Input>,
    options?: CallOptions,
    rql?: string,
  ): Call<Result, ResponseHeaders>;
  /** Calls an operation at a complete URL. */
  callAt<Input extends object, Result, Errors extends object, ResponseHeaders extends object>(
    url: () => string,
    operation: Operation<Input, Result, Errors, ResponseHeaders>,
    input: NoInfer<Input>,
    options?: CallOptions,
  ): Call<Result, ResponseHeaders>;
  /** Returns the URL of a call, before routing. */
  addressOf<Input extends object>(
    operation: Operation<Input, unknown>,
    input: NoInfer<Input>,
    options?: CallOptions,
  ): Address;
  /** Reports a response that contradicts others of the same list, as a warning or as an error. */
  reportMismatch(source: PageSource, message: string, options?: CallOptions): void;
}
