import {
  AppDirectClient,
  type AppDirectClientOptions,
  createEventHandler,
  type EventHandlerOptions,
} from "apsdirect/appdirect";
import { oauth1Signer } from "apsdirect/oauth1";
import { credentials, secretFor } from "../../../support/credentials.js";
import type { RawServer } from "../../../support/raw-server.js";
import { vendorServer } from "./vendor.js";

/** A vendor on a real socket whose marketplace is a server that knows nothing but sockets. */
export interface Notified {
  /** Sends a notification with these query parameters, signed by the marketplace. */
  notify(parameters: ReadonlyArray<readonly [name: string, value: string]>): Promise<Answer>;
  readonly log: readonly { readonly what: string; readonly error: unknown }[];
}

/** What the sender of a notification is told. */
export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** What every refused notification is told. */
export const refused: Answer = { status: 401, text: '{"success":false,"errorCode":"UNAUTHORIZED"}' };

/** Path of an event of today. */
export const eventPath = "/api/integration/v1/events/e-1";

/** Starts a vendor of a marketplace. */
export async function notified(
  marketplace: Pick<RawServer, "origin">,
  options: Partial<EventHandlerOptions> & { readonly clientOptions?: AppDirectClientOptions } = {},
): Promise<Notified> {
  const { clientOptions, ...handlerOptions } = options;
  const log: { what: string; error: unknown }[] = [];
  const endpoint = await vendorServer((publicUrl) =>
    createEventHandler({
      client: new AppDirectClient({ baseUrl: marketplace.origin, credentials, maxRetries: 0, ...clientOptions }),
      secretFor,
      publicUrl,
      on: {},
      logger: { warn: () => {}, error: () => {} },
      onError: (error, what) => log.push({ what, error }),
      ...handlerOptions,
    }),
  );
  const signer = oauth1Signer(credentials);
  return {
    log,
    async notify(parameters) {
      const query = parameters.map((pair) => pair.map(encodeURIComponent).join("=")).join("&");
      const answer = await fetch(await signer.sign(new Request(`${endpoint}?${query}`)));
      return { status: answer.status, text: await answer.text() };
    },
  };
}
