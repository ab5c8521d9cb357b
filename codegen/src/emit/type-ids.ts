import {
  alternatives,
  code,
  constant,
  docComment,
  interfaceDeclaration,
  member,
  name,
  object,
  propertyName,
  type SourceFile,
} from "../code/index.js";
import type { Model, Schema, TypeId } from "../model/index.js";
import {
  modules,
  runtimeDeclaration,
  type Specifiers,
  schemasByIdDeclaration,
  typeDeclaration,
  typesByIdDeclaration,
} from "./declarations.js";
import { schemaCode } from "./zod-code.js";

/** `type-ids.ts`: types by the ids in `implementing(…)`. No file if the document gives no type an id. */
export function emitTypeIds({ typeIds }: Model, to: Specifiers): readonly SourceFile[] {
  if (typeIds.length === 0) return [];
  const types = interfaceDeclaration({
    name: typesByIdDeclaration(to).name,
    comment: docComment([TYPES]),
    members: typeIds.map(({ id, types }) => {
      const type = alternatives(
        "|",
        types.map((type) => name(typeDeclaration(type))),
      );
      return member({ name: propertyName(id), type });
    }),
  });
  const schemas = typeIds.map((typeId) => [propertyName(typeId.id), schemaCode(schemaOf(typeId), to)] as const);
  const schemasById = constant({
    name: schemasByIdDeclaration.name,
    comment: docComment([SCHEMAS]),
    type: code`Readonly<Record<string, ${name(runtimeDeclaration("Schema", "type", to))}<unknown>>>`,
    value: object(schemas, { broken: true }),
  });
  return [{ path: modules.typeIds, statements: [types, schemasById] }];
}

const TYPES = "Types by the ids that name them in `implementing(…)`: with a version, its major part, or none.";
const SCHEMAS = "Their schemas: what the items of such a list are held against.";

/** An id that several types share is one of them. */
function schemaOf({ types }: TypeId): Schema {
  const references = types.map((name) => ({ kind: "reference", name }) as const);
  const [only, ...others] = references;
  return only !== undefined && others.length === 0 ? only : { kind: "union", members: references };
}
