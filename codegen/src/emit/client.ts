import {
  alternatives,
  array,
  type Code,
  classDeclaration,
  code,
  constant,
  constructorDeclaration,
  docComment,
  type Item,
  identifier,
  literal,
  name,
  object,
  type SourceFile,
} from "../code/index.js";
import type { Client, Group, Model, SecurityScheme } from "../model/index.js";
import { camelCase } from "../openapi/index.js";
import { groupDeclaration, modules, runtimeDeclaration, type Specifiers } from "./declarations.js";
import { commentOf } from "./docs.js";
import { serversCode } from "./servers.js";

/** Version of the contract between generated code and the runtime. See `CONTRACT` in the runtime. */
const CONTRACT = 3;

/** Emits `client.ts`: the class that holds all groups. */
export function emitClient({ client, groups }: Model, to: Specifiers): readonly SourceFile[] {
  const className = identifier(`${client.name}Api`);
  const descriptor = identifier(camelCase(className));
  const statements = [
    constant({
      name: descriptor,
      comment: docComment(["Descriptor of this client for the runtime."]),
      type: name(runtimeDeclaration("ApiDescriptor", "type", to)),
      value: descriptorCode(client),
    }),
    classDeclaration({
      name: className,
      comment: commentOf(client.docs),
      base: name(runtimeDeclaration("Api", "value", to)),
      members: [
        ...groups.map(groupProperty),
        constructorDeclaration({
          comment: docComment([CORE]),
          parameters: [code`core: ${coreType(to)}`],
          statement: code`super(core, ${descriptor});`,
        }),
      ],
    }),
  ];
  return [{ path: modules.client, statements }];
}

const CORE = "@param core Options for a new client, or an existing client whose connections and signer to share.";

function coreType(to: Specifiers): Code {
  return alternatives("|", [
    name(runtimeDeclaration("ClientCore", "type", to)),
    name(runtimeDeclaration("Api", "value", to)),
    name(runtimeDeclaration("ClientOptions", "type", to)),
  ]);
}

function groupProperty(group: Group): Item {
  const type = name(groupDeclaration(group));
  return {
    code: code`readonly ${identifier(group.name)}: ${type} = new ${type}(this.core);`,
    comment: commentOf(group.docs),
  };
}

function descriptorCode({ name, servers, security }: Client): Code {
  return object([
    [code`name`, literal(name)],
    [code`contract`, literal(CONTRACT)],
    ...(servers.length === 0 ? [] : [[code`servers`, serversCode(servers)] as const]),
    ...(security.length === 0 ? [] : [[code`security`, array(security.map(schemeCode))] as const]),
  ]);
}

function schemeCode(scheme: SecurityScheme): Code {
  return object(Object.entries(scheme).map(([key, value]) => [identifier(key), literal(value)] as const));
}
