import type { CallInfo } from "./hooks.js";

/**
 * Context passed to subscribers of the channel: one object per call, completed when the call ends. It contains no
 * credentials and nothing from the request or the response.
 */
export interface TracedCall extends CallInfo {
  /** Number of attempts, once the call has succeeded. */
  attempts?: number;
  /** Status of the response, once the call has succeeded. */
  status?: number;
}

/** Used part of Node's `TracingChannel`, which not every runtime has. */
interface TracingChannel {
  readonly hasSubscribers: boolean;
  tracePromise(work: () => Promise<void>, context: TracedCall): Promise<void>;
}

/** Channel of `node:diagnostics_channel`, loaded without an import, which would fail in a browser or a worker. */
const channel: TracingChannel | undefined = getProcess(globalThis)
  ?.getBuiltinModule?.("node:diagnostics_channel")
  ?.tracingChannel("apsdirect:call");

/**
 * Runs the work of a call as a span of the tracing channel `apsdirect:call`. Tracers that keep a context see everything
 * that the work starts, such as the requests of `fetch`, inside the span. Without a subscriber, it costs nothing.
 */
export async function trace<
  Result extends { readonly attempts: number; readonly response: { readonly status: number } },
>(info: CallInfo, work: () => Promise<Result>): Promise<Result> {
  if (channel?.hasSubscribers !== true) return work();
  const context: TracedCall = { ...info };
  let result: Result | undefined;
  await channel.tracePromise(async () => {
    result = await work();
    Object.assign(context, { attempts: result.attempts, status: result.response.status });
  }, context);
  return result as Result;
}

interface Builtins {
  getBuiltinModule?(id: string): { tracingChannel(name: string): TracingChannel } | undefined;
}

function getProcess(global: { readonly process?: Builtins }): Builtins | undefined {
  return global.process;
}
