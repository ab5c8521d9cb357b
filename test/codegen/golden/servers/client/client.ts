// Generated from servers.yaml. To change it, edit the document and generate again.
import { Api, type ApiDescriptor, type ClientCore, type ClientOptions } from "apsdirect/runtime";
import { Servers } from "./groups/servers.js";

/** Descriptor of this client for the runtime. */
export const serversApi: ApiDescriptor = {
  name: "Servers",
  contract: 3,
  servers: [
    {
      url: "https://{region}.example.test:{port}/{version}/",
      variables: {
        region: { default: "eu", enum: ["eu", "us"] },
        port: { default: "443" },
        version: { default: "v1" },
      },
    },
    { url: "/relative" },
  ],
  security: [
    { type: "apiKey", in: "header", name: "X-Key" },
    { type: "http", scheme: "basic" },
    { type: "http", scheme: "bearer" },
    { type: "oauth2" },
  ],
};

/** Where a platform may be. */
export class ServersApi extends Api {
  /** Something to call. */
  readonly servers: Servers = new Servers(this.core);

  /** @param core Options for a new client, or an existing client whose connections and signer to share. */
  constructor(core: ClientCore | Api | ClientOptions) {
    super(core, serversApi);
  }
}
