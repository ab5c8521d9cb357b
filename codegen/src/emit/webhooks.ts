import { StructureKind, VariableDeclarationKind } from "ts-morph";
import { name, object, sequence } from "../code/code.js";
import { propertyName } from "../code/literal.js";
import type { Model } from "../model/index.js";
import { numbered } from "../model/names.js";
import { exportedNames, modules, runtimeDeclaration, type Specifiers } from "./declarations.js";
import { docComments } from "./docs.js";
import { afterBlankLine, type EmittedFile, SourceFileDraft } from "./source-file.js";
import { typeCode } from "./type-code.js";
import { schemaCode } from "./zod-code.js";

/** `webhooks.ts`: what the platform sends by itself, as types and schemas. No file where that is nothing. */
export function emitWebhooks(model: Model, specifiers: Specifiers): readonly EmittedFile[] {
  if (model.webhooks.length === 0) return [];
  const file = new SourceFileDraft(modules.webhooks, model);
  const schemaType = name(runtimeDeclaration("Schema", "type", specifiers));
  const payloads = model.webhooks.map(({ payloadName, payload, docs }) => ({
    kind: StructureKind.TypeAlias as const,
    leadingTrivia: afterBlankLine,
    name: payloadName,
    isExported: true,
    docs: docComments(docs),
    type: file.text(typeCode(payload), { column: `export type ${payloadName} = `.length }),
  }));
  const map = mapName(model);
  const entries = model.webhooks.map(
    ({ key, payload }) => [propertyName(key), schemaCode(payload, specifiers)] as const,
  );
  const type = file.text(sequence(`{ readonly [K in keyof ${map}]: `, schemaType, `<${map}[K]> }`));
  return [
    file.finish([
      ...payloads,
      {
        kind: StructureKind.Interface,
        name: map,
        isExported: true,
        docs: ["What each webhook carries."],
        properties: model.webhooks.map(({ key, payloadName }) => ({ name: propertyName(key), type: payloadName })),
      },
      {
        kind: StructureKind.VariableStatement,
        leadingTrivia: afterBlankLine,
        isExported: true,
        declarationKind: VariableDeclarationKind.Const,
        docs: ["Checks what each webhook carries: `z.parse(webhooks.key, body)`."],
        declarations: [{ name: "webhooks", type, initializer: file.text(object(entries, { broken: true })) }],
      },
    ]),
  ];
}

/** `Webhooks`, unless something else is called so. */
function mapName(model: Model): string {
  const exported = exportedNames(model);
  return exported.has("Webhooks") ? numbered("WebhookPayloads", (candidate) => exported.has(candidate)) : "Webhooks";
}
