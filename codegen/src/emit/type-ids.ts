import { alternatives, code, name, object } from "../code/code.js";
import { propertyName } from "../code/literal.js";
import { StructureKind, VariableDeclarationKind } from "../libraries.js";
import type { Model, Schema, TypeId } from "../model/index.js";
import {
  modules,
  runtimeDeclaration,
  type Specifiers,
  schemasByIdDeclaration,
  typeDeclaration,
  typesByIdDeclaration,
} from "./declarations.js";
import { ownComment } from "./docs.js";
import { afterBlankLine, type EmittedFile, SourceFileDraft } from "./source-file.js";
import { schemaCode } from "./zod-code.js";

/** `type-ids.ts`: what the ids in `implementing(…)` stand for. No file where the document gives no type an id. */
export function emitTypeIds(model: Model, specifiers: Specifiers): readonly EmittedFile[] {
  if (model.typeIds.length === 0) return [];
  const file = new SourceFileDraft(modules.typeIds, model, specifiers);
  const schemaType = name(runtimeDeclaration("Schema", "type", specifiers));
  const schemas = model.typeIds.map((typeId) => {
    return [propertyName(typeId.id), schemaCode(schemaOf(typeId), specifiers)] as const;
  });
  return [
    file.finish([
      {
        kind: StructureKind.Interface,
        name: typesByIdDeclaration(specifiers).name,
        isExported: true,
        docs: ownComment(
          "Types by the ids that name them in `implementing(…)`: with a version, its major part, or none.",
        ),
        properties: model.typeIds.map(({ id, types }) => {
          const key = propertyName(id);
          const either = types.map((type) => name(typeDeclaration(type)));
          return { name: key, type: file.text(alternatives("|", either), { column: `  ${key}: `.length, indent: 2 }) };
        }),
      },
      {
        kind: StructureKind.VariableStatement,
        leadingTrivia: afterBlankLine,
        isExported: true,
        declarationKind: VariableDeclarationKind.Const,
        docs: ownComment("Their schemas: what the items of such a list are held against."),
        declarations: [
          {
            name: schemasByIdDeclaration.name,
            type: file.text(code`Readonly<Record<string, ${schemaType}<unknown>>>`),
            initializer: file.text(object(schemas, { broken: true })),
          },
        ],
      },
    ]),
  ];
}

/** Where an id stands for several types, a resource is of one of them. */
function schemaOf({ types }: TypeId): Schema {
  const references = types.map((name) => ({ kind: "reference", name }) as const);
  const [only, ...others] = references;
  return only !== undefined && others.length === 0 ? only : { kind: "union", members: references };
}
