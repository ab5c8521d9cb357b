import { type CallIdentity, RequestValidationError } from "../../errors/index.js";
import type { SuccessfulCall } from "../../http/body/index.js";
import type { Abortable } from "../../http/fetch.js";
import { Notifier } from "../../http/hooks/index.js";
import {
  type OutgoingCall,
  type RefusalHint,
  type RefusalReader,
  rethrowAsNeverSent,
  Transport,
} from "../../http/index.js";
import type { Safety } from "../../http/safety.js";
import { Deadline } from "../../http/timing/index.js";
import type { CallOptions } from "../request/call-options.js";
import { type Address, addReference, buildUrl, checkUrl, writeBody, writeHeaders } from "../request/index.js";
import {
  type Call,
  type CallResponse,
  createCall,
  createUnusableResponseError,
  getBodyFormat,
  type PageSource,
  readDocumentedHeaders,
  readResult,
  saveRedaction,
} from "../response/index.js";
import type { Operation } from "../schema/index.js";
import { decideSafety, type UnmarkedSafety } from "./call-safety.js";
import { type CompleteOptions, completeOptions, resolveBaseUrl, resolveLimits } from "./complete-options.js";
import { InFlightCalls } from "./in-flight-calls.js";
import type { ClientOptions } from "./options.js";

/** Platform-specific behavior that the document does not describe. */
export interface PlatformTraits {
  /** Returns what to check after a refusal. */
  readonly refusalHint?: RefusalHint;
  /** Recognizes a response that proves that the platform did not execute a call, although its status does not. */
  readonly readRefusal?: RefusalReader;
  /** Hints on how to find out the outcome of a call when it is unknown, by name of the operation. */
  readonly recoveryHints?: { readonly [operation: string]: string };
  /** Returns true if a signed call may be sent to this `baseUrl`. @defaultValue any is allowed */
  readonly mayCall?: (baseUrl: URL) => boolean;
  /**
   * Safety of operations whose document does not state it. A platform on which a GET may be an action sets `unsafe`.
   * @defaultValue "by-method"
   */
  readonly unmarkedSafety?: UnmarkedSafety;
  /** Creates the routing that maps the path of an operation to the path on the platform. */
  readonly routing?: (core: ClientCore) => Routing;
}

/** Route of a call below `baseUrl`: the path template of its operation, and RQL. */
export interface Route {
  /** Encoded path below `baseUrl`. */
  readonly path: string;
  /** RQL as it will be sent. Empty if there is none. */
  readonly rql: string;
}

/**
 * Returns the actual route of a call, given its path parameters. It may need to call the platform for that. It rejects
 * with the reason of `time` when that is aborted: the call has timed out, or its caller has cancelled it.
 */
export type Routing = (route: Route, input: object, time: Abortable) => Route | Promise<Route>;

/** Core that generated clients share: options, signer, connections and the queue of calls. */
export class ClientCore {
  readonly #options: CompleteOptions;
  readonly #notifier: Notifier;
  readonly #transport: Transport;
  readonly #routing: Routing;
  readonly #inFlight = new InFlightCalls();
  readonly #recoveryHints: NonNullable<PlatformTraits["recoveryHints"]>;
  readonly #mayCall: NonNullable<PlatformTraits["mayCall"]>;
  readonly #unmarkedSafety: UnmarkedSafety;

  /** @throws TypeError if options are missing, contradictory or out of range */
  constructor(
    options: ClientOptions,
    {
      refusalHint = () => undefined,
      readRefusal = () => undefined,
      recoveryHints = {},
      mayCall = () => true,
      unmarkedSafety = "by-method",
      routing = () => (route) => route,
    }: PlatformTraits = {},
  ) {
    this.#options = completeOptions(options);
    const { fetch, signer, maxConcurrency, logger, hooks } = this.#options;
    this.#notifier = new Notifier(logger, hooks);
    this.#transport = new Transport({
      fetch,
      signer,
      maxConcurrency,
      notifier: this.#notifier,
      refusalHint,
      readRefusal,
    });
    this.#recoveryHints = recoveryHints;
    this.#mayCall = mayCall;
    this.#unmarkedSafety = unmarkedSafety;
    this.#routing = routing(this);
  }

  /** Origin and path prefix of the platform, without a trailing slash. */
  get baseUrl(): string {
    return this.#options.baseUrl;
  }

  /** Number of items per page of a list, if the client's options set it. */
  get pageSize(): number | undefined {
    return this.#options.pageSize;
  }

  /**
   * Returns the address of a call before routing.
   *
   * @throws TypeError, RequestValidationError if the arguments do not give a valid URL
   */
  addressOf<Input extends object>(
    operation: Operation<Input, unknown>,
    input: NoInfer<Input>,
    options: CallOptions = {},
  ): Address {
    const url = this.#url(operation, input, options, { path: operation.path, rql: "" });
    return { baseUrl: this.#baseUrl(operation.name, options), url };
  }

  /**
   * Calls an operation.
   *
   * @param input Path parameters by name, and the body under `body`.
   * @param rql RQL text, for an operation that takes RQL as its query.
   */
  call<Input extends object, Result, Errors extends object, ResponseHeaders extends object>(
    operation: Operation<Input, Result, Errors, ResponseHeaders>,
    input: NoInfer<Input>,
    options: CallOptions = {},
    rql = "",
  ): Call<Result, ResponseHeaders> {
    return createCall(this.#send<Result, ResponseHeaders>(operation, input, options, { rql }));
  }

  /**
   * Calls an operation at a complete URL, such as the URL of an event.
   *
   * @param url Returns the URL. Throws if the URL must not be called with a signature; the call rejects with that
   * error.
   */
  callAt<Input extends object, Result, Errors extends object, ResponseHeaders extends object>(
    url: () => string,
    operation: Operation<Input, Result, Errors, ResponseHeaders>,
    input: NoInfer<Input>,
    options: CallOptions = {},
  ): Call<Result, ResponseHeaders> {
    return createCall(this.#send<Result, ResponseHeaders>(operation, input, options, { rql: "", url }));
  }

  /**
   * Reports a response that contradicts others of the same list: as a warning, or as an error with strict validation of
   * responses.
   *
   * @throws ResponseValidationError
   */
  reportMismatch(source: PageSource, message: string, options: CallOptions = {}): void {
    const { response = this.#options.validation.response } = options.validation ?? {};
    if (response === "strict") throw createUnusableResponseError(source, "$", message);
    this.#notifier.warnOnce(source.operation, "total", message);
  }

  /** Sends a call, unless it is unsafe and another one with the same caller-chosen reference is in progress. */
  async #send<Result, ResponseHeaders extends object>(
    operation: Operation<object, unknown>,
    input: object,
    options: CallOptions,
    target: Target,
  ): Promise<CallResponse<Result, ResponseHeaders>> {
    const { reference } = options;
    const call = { operation: operation.name, reference: reference ?? crypto.randomUUID() };
    const work = () => this.#carryOut<Result, ResponseHeaders>(call, operation, input, options, target);
    return this.#safety(operation, options) === "unsafe" && reference !== undefined
      ? this.#inFlight.runOnce(call, work)
      : work();
  }

  async #carryOut<Result, ResponseHeaders extends object>(
    call: CallIdentity,
    operation: Operation<object, unknown>,
    input: object,
    options: CallOptions,
    target: Target,
  ): Promise<CallResponse<Result, ResponseHeaders>> {
    const client = this.#options;
    const sent = addReference(operation, input, call.reference, options.reference);
    const body = writeBody(operation, sent, options.validation?.request ?? client.validation.request);
    const { deadline, timeout, maxRetries } = resolveLimits(options, client);
    const time = new Deadline(deadline, options.signal);
    try {
      const url =
        target.url === undefined
          ? await this.#routedUrl(operation, input, options, target, time).catch(
              rethrowAsNeverSent(call, time, UNKNOWN_ROUTE),
            )
          : checkUrl(operation.name, target.url());
      const outgoing: OutgoingCall = {
        operation: call.operation,
        reference: call.reference,
        method: operation.method,
        url,
        headers: writeHeaders(operation, options, client.headers, body),
        body: body?.content,
        bodyFormatOf: (status, headers) => getBodyFormat(operation, status, headers),
        safety: this.#safety(operation, options),
        permissions: operation.permissions ?? [],
        timeout,
        maxRetries,
        signal: options.signal,
        recoveryHint: this.#recoveryHints[operation.name],
        referencePath: operation.reference,
      };
      return await this.#transport.send(outgoing, time, (success) =>
        this.#createResponse<Result, ResponseHeaders>(success, operation, call, options, target),
      );
    } finally {
      time.release();
    }
  }

  /** Creates the response of a successful call. */
  async #createResponse<Result, ResponseHeaders extends object>(
    success: SuccessfulCall,
    operation: Operation<object, unknown>,
    call: CallIdentity,
    options: CallOptions,
    target: Target,
  ): Promise<CallResponse<Result, ResponseHeaders>> {
    const { validation } = this.#options;
    const data = await readResult(success, {
      call,
      operation,
      validation: options.validation?.response ?? validation.response,
      notifier: this.#notifier,
      // This matches only the operator, because parentheses inside values are encoded.
      isPartial: target.rql.includes("select("),
    });
    const { status, headers } = success.response;
    // The generator writes the headers' descriptions and types, so the two agree.
    const response = {
      data: data as Result,
      status,
      headers,
      documentedHeaders: readDocumentedHeaders(headers, operation.headers) as ResponseHeaders,
      attempts: success.attempts,
      reference: call.reference,
    };
    saveRedaction(response, success.response.redact);
    return response;
  }

  async #routedUrl(
    operation: Operation<object, unknown>,
    input: object,
    options: CallOptions,
    { rql }: Target,
    time: Deadline,
  ): Promise<string> {
    return this.#url(operation, input, options, await this.#routing({ path: operation.path, rql }, input, time));
  }

  #url(operation: Operation<object, unknown>, input: object, options: CallOptions, { path, rql }: Route): string {
    const { name, parameters = [] } = operation;
    return buildUrl({ operation: name, baseUrl: this.#baseUrl(name, options), path, input, parameters, options, rql });
  }

  #safety(operation: Operation<object, unknown>, options: CallOptions): Safety {
    return decideSafety(operation, options, this.#unmarkedSafety);
  }

  #baseUrl(operation: string, { baseUrl }: CallOptions): string {
    const { baseUrl: usual, dangerouslyAllowHttp } = this.#options;
    if (baseUrl === undefined) return usual;
    const base = resolveBaseUrl({ baseUrl, dangerouslyAllowHttp });
    if (this.#mayCall(new URL(base))) return base;
    const message = `this client may not call ${new URL(base).origin}`;
    throw new RequestValidationError(operation, [{ path: "$.baseUrl", message }]);
  }
}

/** Target of a call: the path of its operation, with or without RQL, or a complete URL. */
interface Target {
  readonly rql: string;
  readonly url?: () => string;
}

/** Reason why a call was never sent if its routing fails. */
const UNKNOWN_ROUTE = "its address on the platform could not be determined";
