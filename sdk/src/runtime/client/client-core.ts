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
import { type CompleteOptions, completeOptions, resolveBaseUrl, resolveLimits } from "./complete-options.js";
import { InFlightCalls } from "./in-flight-calls.js";
import type { ClientOptions } from "./options.js";

/** What the author of a client knows of the platform, beside its document. */
export interface PlatformTraits {
  /** What to look at next after a refusal. */
  readonly refusalHint?: RefusalHint;
  /** Recognizes an answer by which the platform says that it did not execute a call, though its status leaves it open. */
  readonly readRefusal?: RefusalReader;
  /** How to find out what became of a call whose outcome is not known, by the name of its operation. */
  readonly recoveryHints?: { readonly [operation: string]: string };
  /** Whether a call may be sent to a `baseUrl` of its own: it will be signed. Without it, any may be. */
  readonly mayCall?: (baseUrl: URL) => boolean;
  /** Makes what turns the address of an operation into the one that the platform is called by. */
  readonly routing?: (core: ClientCore) => Routing;
}

/** Where a call goes below `baseUrl`: the path template of its operation, and RQL. */
export interface Route {
  /** Below the address of the platform, encoded. */
  readonly path: string;
  /** The query as it will be sent; empty without one. */
  readonly rql: string;
}

/**
 * Says where a call goes instead, given its path parameters. It may have to ask the platform for that, and rejects with
 * the reason of `time` as soon as that is aborted: the call's time is over, or its caller does not wait any more.
 */
export type Routing = (route: Route, input: object, time: Abortable) => Route | Promise<Route>;

/** What generated clients share: options, signer, connections, the queue of calls. */
export class ClientCore {
  readonly #options: CompleteOptions;
  readonly #notifier: Notifier;
  readonly #transport: Transport;
  readonly #routing: Routing;
  readonly #inFlight = new InFlightCalls();
  readonly #recoveryHints: NonNullable<PlatformTraits["recoveryHints"]>;
  readonly #mayCall: NonNullable<PlatformTraits["mayCall"]>;

  /** @throws TypeError for options that are missing, contradictory or out of range */
  constructor(
    options: ClientOptions,
    {
      refusalHint = () => undefined,
      readRefusal = () => undefined,
      recoveryHints = {},
      mayCall = () => true,
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
    this.#routing = routing(this);
  }

  /** Origin and path prefix of the platform, without a slash at the end. */
  get baseUrl(): string {
    return this.#options.baseUrl;
  }

  /** Items that a list asks for at once, where the options of the client say how many. */
  get pageSize(): number | undefined {
    return this.#options.pageSize;
  }

  /**
   * Where a call stands on the platform, before anything routes it elsewhere.
   *
   * @throws TypeError, RequestValidationError for what cannot be an address
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
   * Carries out an operation.
   *
   * @param input Path parameters by their names, and the body under `body`.
   * @param rql RQL text, of an operation whose query that is.
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
   * Carries out an operation at an address that was given as a whole, such as the URL of an event.
   *
   * @param url Gives the address, or throws where it must not be called: it will be signed. What it throws, the call
   * rejects with.
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
   * Reports a response that does not add up with others of the same list: as a warning, or as an error where responses
   * are validated strictly.
   *
   * @throws ResponseValidationError
   */
  reportMismatch(source: PageSource, message: string, options: CallOptions = {}): void {
    const { response = this.#options.validation.response } = options.validation ?? {};
    if (response === "strict") throw createUnusableResponseError(source, "$", message);
    this.#notifier.warnOnce(source.operation, "total", message);
  }

  /** An unsafe call that its caller has a name for is not sent beside another one of that name. */
  #send<Result, ResponseHeaders extends object>(
    operation: Operation<object, unknown>,
    input: object,
    options: CallOptions,
    target: Target,
  ): Promise<CallResponse<Result, ResponseHeaders>> {
    const { reference } = options;
    const call = { operation: operation.name, reference: reference ?? crypto.randomUUID() };
    const work = () => this.#carryOut<Result, ResponseHeaders>(call, operation, input, options, target);
    return operation.safety === "unsafe" && reference !== undefined ? this.#inFlight.runOnce(call, work) : work();
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
        safety: operation.safety,
        permissions: operation.permissions ?? [],
        timeout,
        maxRetries,
        signal: options.signal,
        recoveryHint: this.#recoveryHints[operation.name],
        referencePath: operation.reference,
      };
      return await this.#transport.send(outgoing, time, (success) =>
        this.#received<Result, ResponseHeaders>(success, operation, call, options, target),
      );
    } finally {
      time.release();
    }
  }

  /** The result of a call that succeeded, with what came beside it. */
  async #received<Result, ResponseHeaders extends object>(
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
      // A parenthesis inside a value is encoded, so this is the operator and nothing else.
      isPartial: target.rql.includes("select("),
    });
    const { status, headers } = success.response;
    // That the headers are read as their types say is for the generator to see to, which writes both.
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

  #baseUrl(operation: string, { baseUrl }: CallOptions): string {
    const { baseUrl: usual, dangerouslyAllowHttp } = this.#options;
    if (baseUrl === undefined) return usual;
    const base = resolveBaseUrl({ baseUrl, dangerouslyAllowHttp });
    if (this.#mayCall(new URL(base))) return base;
    const message = `${new URL(base).origin} is none of the addresses that this client may call`;
    throw new RequestValidationError(operation, [{ path: "$.baseUrl", message }]);
  }
}

/** Where a call goes: to the path of its operation, with RQL or without, or to a URL that was given as a whole. */
interface Target {
  readonly rql: string;
  readonly url?: () => string;
}

/** What a call lacks that does not yet know its address. */
const UNKNOWN_ROUTE = "its address on the platform was not found out";
