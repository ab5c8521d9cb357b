import { Failure } from "../failure.js";
import { property } from "../json.js";
import { parseJsonBody, type Route } from "../router.js";
import { jsonResponse } from "./json-response.js";

/** Routes whose URLs marketplaces pass on: SAML identity providers, and callbacks of domain verifications. */
export const linkedRoutes: readonly Route[] = [
  {
    path: /^\/api\/saml\/v1\/idp\/([^/.]+)(\.samlmetadata\.xml)?$/,
    methods: {
      GET: (call, uuid = "", suffix = "") => {
        const isXml = suffix !== "" || call.header("accept")?.includes("application/samlmetadata+xml") === true;
        return isXml ? respondWithMetadata(uuid) : jsonResponse(200, identityProvider(uuid));
      },
    },
  },
  {
    path: /^\/api\/domainassociation\/v1\/callbacks\/([^/]+)$/,
    methods: {
      POST: (call) => {
        if (typeof property(parseJsonBody(call), "verified") !== "boolean")
          throw new Failure(400, "verified is not set");
        return { status: 204, headers: {}, body: "" };
      },
    },
  },
];

function identityProvider(uuid: string) {
  return {
    uuid,
    idpIdentifier: `urn:sandbox:idp:${uuid}`,
    assertionConsumerServiceUrl: "https://print.harborvendor.example/saml/acs",
    audienceUrl: "https://print.harborvendor.example",
    loginUrl: `https://shop.northwind-market.example/saml/${uuid}/login`,
    nameIdType: "EMAIL",
    notBeforeMinutes: 2,
    notAfterMinutes: 10,
    certificate: {},
    attributes: {},
  };
}

function respondWithMetadata(uuid: string) {
  const entity = encodeURIComponent(uuid);
  return {
    status: 200,
    headers: { "Content-Type": "application/samlmetadata+xml" },
    body: `<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="urn:sandbox:idp:${entity}"/>`,
  };
}
