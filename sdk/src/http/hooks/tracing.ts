import type { CallInfo } from "./hooks.js";

/**
 * What subscribers of the channel are given: one object a call, which its end completes. Nothing in it proves anything,
 * and nothing of what was sent or answered is in it.
 */
export interface TracedCall extends CallInfo {
  /** Attempts that were made, once it has succeeded. */
  attempts?: number;
  /** Status of the answer, once it has succeeded. */
  status?: number;
}

/** As much of Node's `TracingChannel` as this takes; not every run-time has it. */
interface TracingChannel {
  readonly hasSubscribers: boolean;
  tracePromise(work: () => Promise<void>, context: TracedCall): Promise<void>;
}

/** Of `node:diagnostics_channel`, without an import, which a browser or a worker would stumble over. */
const channel: TracingChannel | undefined = getProcess(globalThis)
  ?.getBuiltinModule?.("node:diagnostics_channel")
  ?.tracingChannel("apsdirect:call");

/**
 * Does the work of a call as a span of the tracing channel `apsdirect:call`: whatever the work starts, such as the
 * requests of `fetch`, is within it to whoever keeps a context. Without a subscriber it costs nothing.
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
