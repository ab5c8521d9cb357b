/**
 * Observe a client: log lines, a journal to settle orders after a restart, and a span for each call.
 *
 * Run:    npm run example -- watch-calls
 * Prints: a line for each attempt and each span. Neither contains a secret or a signature.
 */
import { tracingChannel } from "node:diagnostics_channel";
import { ApsClient } from "apsdirect";

const spans = tracingChannel<object, { operation: string; status?: number; attempts?: number }>("apsdirect:call");
spans.subscribe({
  start: () => {},
  end: () => {},
  asyncStart: () => {},
  asyncEnd: ({ operation, status, attempts }) => console.log(`span ${operation}: ${status}, attempts: ${attempts}`),
  error: ({ operation }) => console.log(`span ${operation} failed`),
});

const sdk = new ApsClient({
  logger: console, // or pino: logs each attempt at debug, each retry at info
  hooks: {
    // Awaited before the call is sent: after a crash, look up what became of it.
    journal: async ({ operation, reference }) => console.log(`about to send ${operation}, ${reference}`),
  },
});
const [plan] = await sdk.servicePlans.list((p) => [p.limit(0, 1)]).all({ max: 1 });
console.log(plan?.aps.id);
