import { operations as appdirectOperations } from "../generated/appdirect/index.js";
import { operations as apsOperations } from "../generated/aps/index.js";
import type { Operation, Safety } from "../runtime/index.js";
import { isOption } from "../runtime/schema/index.js";

/** Method of a client that can be called from a command line. */
export interface Method {
  /** Name with its group, such as `orders.create`. */
  readonly name: string;
  readonly platform: Platform;
  readonly safety: Safety;
  /** Parameters in order. The last one is always the options. */
  readonly parameters: readonly Parameter[];
  /** HTTP method and path. Absent for a method that makes several calls. */
  readonly request?: string;
}

/** Platform of a method. It is also the prefix of the environment variables. */
export type Platform = "APS" | "APPDIRECT";

/** Parameter of a method. */
export interface Parameter {
  readonly name: string;
  /** Format of the argument on a command line: plain text or JSON. */
  readonly form: "text" | "json";
  readonly isRequired: boolean;
}

/** Methods of both clients, by name. */
export const methods: ReadonlyMap<string, Method> = new Map(
  [
    ...Object.values(apsOperations).map((operation) => describeMethod("APS", operation)),
    ...Object.values(appdirectOperations).map((operation) => describeMethod("APPDIRECT", operation)),
    ...describeHandWrittenMethods(),
  ]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((method) => [method.name, method]),
);

function describeMethod(platform: Platform, operation: Operation<object, unknown>): Method {
  const { name, safety = "unsafe", method, path, body, rql, parameters = [] } = operation;
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

/** Describes the methods that are in no document. A test compares this list with the clients. */
function describeHandWrittenMethods(): readonly Method[] {
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
