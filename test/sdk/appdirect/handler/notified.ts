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

/** Vendor on a real socket, whose marketplace is a raw socket server. */
export interface Notified {
  /** Sends a notification with these query parameters, signed by the marketplace. */
  notify(parameters: ReadonlyArray<readonly [name: string, value: string]>): Promise<Answer>;
  readonly log: readonly { readonly what: string; readonly error: unknown }[];
}

/** Response to the sender of a notification. */
export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Response to every refused notification. */
export const refused: Answer = { status: 401, text: '{"success":false,"errorCode":"UNAUTHORIZED"}' };

/** Path of an event in the current form. */
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
