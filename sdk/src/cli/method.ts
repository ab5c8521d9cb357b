import { operations as appdirectOperations } from "../generated/appdirect/index.js";
import { operations as apsOperations } from "../generated/aps/index.js";
import type { Operation, Safety } from "../runtime/index.js";
import { isOption } from "../runtime/schema/index.js";

/** A method of a client, as a command line reaches it. */
export interface Method {
  /** `orders.create` */
  readonly name: string;
  readonly platform: Platform;
  readonly safety: Safety;
  /** What it takes, in order; the last is always its options. */
  readonly parameters: readonly Parameter[];
  /** How it goes over the wire. Absent of a method that makes several calls. */
  readonly request?: string;
}

/** Which client has the method, by what its environment variables begin with. */
export type Platform = "APS" | "APPDIRECT";

/** An argument of a method. */
export interface Parameter {
  readonly name: string;
  /** How it is read from a command line: as it is, or as JSON. */
  readonly form: "text" | "json";
  readonly isRequired: boolean;
}

/** All methods of both clients, by their names. */
export const methods: ReadonlyMap<string, Method> = new Map(
  [
    ...Object.values(apsOperations).map((operation) => methodOf("APS", operation)),
    ...Object.values(appdirectOperations).map((operation) => methodOf("APPDIRECT", operation)),
    ...byHand(),
  ]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((method) => [method.name, method]),
);

function methodOf(platform: Platform, operation: Operation<object, unknown>): Method {
  const { name, safety, method, path, body, rql, parameters = [] } = operation;
  const segments = [...path.matchAll(/\{(.+?)\}/g)].map(([, segment = ""]) => text(segment));
  const needsOptions = parameters.some((parameter) => isOption(parameter) && parameter.required);
  return {
    name,
    platform,
    safety,
    parameters: [
      ...segments,
      ...(body === undefined ? [] : [json("body", body.required)]),
      ...(rql === undefined ? [] : [text("rql", false)]),
      json("options", needsOptions),
    ],
    request: `${method} ${path}`,
  };
}

/** Methods that no document describes. A test holds this list against the clients. */
function byHand(): readonly Method[] {
  const options = json("options", false);
  const rows: readonly (readonly [name: string, platform: Platform, safety: Safety, ...parameters: Parameter[]])[] = [
    ["accounts.create", "APS", "unsafe", json("customer"), options],
    ["orders.findRecent", "APS", "safe", json("options")],
    ["orders.settle", "APS", "safe", json("sent"), options],
    ["orders.waitFor", "APS", "safe", text("orderId"), options],
    ["permissions.check", "APS", "safe", options],
    ["resources.call", "APS", "unsafe", text("resourceIdOrService"), json("operation"), options],
    ["resources.getProperty", "APS", "safe", text("resourceId"), text("property"), options],
    ["resources.waitFor", "APS", "safe", text("resourceId"), options],
    ["types.getByTypeId", "APS", "safe", text("typeId"), options],
    ["events.getXml", "APPDIRECT", "safe", text("eventUrlOrToken"), options],
    ["events.settle", "APPDIRECT", "unsafe", text("eventUrlOrToken"), json("result"), options],
    ["saml.getIdpMetadata", "APPDIRECT", "safe", text("url"), options],
  ];
  return rows.map(([name, platform, safety, ...parameters]) => ({ name, platform, safety, parameters }));
}

function text(name: string, isRequired = true): Parameter {
  return { name, form: "text", isRequired };
}

function json(name: string, isRequired = true): Parameter {
  return { name, form: "json", isRequired };
}
