import type { TypeAliasDeclarationStructure } from "ts-morph";
import { code, name, object, type SourceText } from "../code/code.js";
import { identifier } from "../code/identifier.js";
import { propertyName } from "../code/literal.js";
import { StructureKind, VariableDeclarationKind } from "../libraries.js";
import type { Model } from "../model/index.js";
import { numbered } from "../model/index.js";
import { exportedNames, modules, runtimeDeclaration, type Specifiers } from "./declarations.js";
import { docComments, ownComment } from "./docs.js";
import { afterBlankLine, type EmittedFile, type Safe, SourceFileDraft } from "./source-file.js";
import { typeCode } from "./type-code.js";
import { schemaCode } from "./zod-code.js";

/** `webhooks.ts`: what the platform sends by itself, as types and schemas. No file where that is nothing. */
export function emitWebhooks(model: Model, specifiers: Specifiers): readonly EmittedFile[] {
  if (model.webhooks.length === 0) return [];
  const file = new SourceFileDraft(modules.webhooks, model, specifiers);
  const schemaType = name(runtimeDeclaration("Schema", "type", specifiers));
  const payloads = model.webhooks.map(
    ({ payloadName, payload, docs }): Safe<TypeAliasDeclarationStructure> => ({
      kind: StructureKind.TypeAlias,
      leadingTrivia: afterBlankLine,
      name: identifier(payloadName),
      isExported: true,
      docs: docComments(docs),
      type: file.text(typeCode(payload), { column: `export type ${payloadName} = `.length }),
    }),
  );
  const map = mapName(model);
  const entries = model.webhooks.map(
    ({ key, payload }) => [propertyName(key), schemaCode(payload, specifiers)] as const,
  );
  const type = file.text(code`{ readonly [K in keyof ${map}]: ${schemaType}<${map}[K]> }`);
  return [
    file.finish([
      ...payloads,
      {
        kind: StructureKind.Interface,
        name: map,
        isExported: true,
        docs: ownComment("What each webhook carries."),
        properties: model.webhooks.map(({ key, payloadName }) => ({
          name: propertyName(key),
          type: identifier(payloadName),
        })),
      },
      {
        kind: StructureKind.VariableStatement,
        leadingTrivia: afterBlankLine,
        isExported: true,
        declarationKind: VariableDeclarationKind.Const,
        docs: ownComment("Checks what each webhook carries: `z.parse(webhooks.key, body)`."),
        declarations: [{ name: code`webhooks`, type, initializer: file.text(object(entries, { broken: true })) }],
      },
    ]),
  ];
}

/** `Webhooks`, unless something else is called so. */
function mapName(model: Model): SourceText {
  const exported = exportedNames(model);
  const isTaken = (candidate: string): boolean => exported.has(candidate);
  return isTaken("Webhooks") ? identifier(numbered("WebhookPayloads", isTaken)) : code`Webhooks`;
}
