import { alternatives, array, type Code, code, name, object } from "../code/code.js";
import { identifier } from "../code/identifier.js";
import { literal } from "../code/literal.js";
import { StructureKind, VariableDeclarationKind } from "../libraries.js";
import type { Client, Model, SecurityScheme } from "../model/index.js";
import { camelCase } from "../openapi/index.js";
import { groupDeclaration, modules, runtimeDeclaration, type Specifiers } from "./declarations.js";
import { docComments, ownComment } from "./docs.js";
import { serversCode } from "./servers.js";
import { afterBlankLine, type EmittedFile, SourceFileDraft } from "./source-file.js";

/** The number of the agreement between generated code and the run-time: see `CONTRACT` in the run-time. */
const CONTRACT = 2;

/** `client.ts`: the class that holds all groups. */
export function emitClient(model: Model, specifiers: Specifiers): readonly EmittedFile[] {
  const file = new SourceFileDraft(modules.client, model, specifiers);
  const className = identifier(`${model.client.name}Api`);
  const descriptor = identifier(camelCase(className));
  const runtime = (declaration: string, kind: "type" | "value") =>
    name(runtimeDeclaration(declaration, kind, specifiers));
  const core = alternatives("|", [
    runtime("ClientCore", "type"),
    runtime("Api", "value"),
    runtime("ClientOptions", "type"),
  ]);
  return [
    file.finish([
      {
        kind: StructureKind.VariableStatement,
        leadingTrivia: afterBlankLine,
        declarationKind: VariableDeclarationKind.Const,
        isExported: true,
        docs: ownComment("What the run-time needs to know of this client."),
        declarations: [
          {
            name: descriptor,
            type: file.text(runtime("ApiDescriptor", "type")),
            initializer: file.text(descriptorCode(model.client), {
              column: `export const ${descriptor}: ApiDescriptor = `.length,
            }),
          },
        ],
      },
      {
        kind: StructureKind.Class,
        name: className,
        isExported: true,
        extends: file.text(runtime("Api", "value")),
        docs: docComments(model.client.docs),
        properties: model.groups.map((group) => {
          const type = file.text(name(groupDeclaration(group)));
          return {
            name: identifier(group.name),
            isReadonly: true,
            type,
            initializer: code`new ${type}(this.core)`,
            docs: docComments(group.docs, { indent: 2 }),
          };
        }),
        ctors: [
          {
            parameters: [{ name: code`core`, type: file.text(core) }],
            statements: [code`super(core, ${descriptor});`],
            docs: ownComment(
              "@param core Options of a client of its own, or another client whose connections and signer to share.",
            ),
          },
        ],
      },
    ]),
  ];
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
