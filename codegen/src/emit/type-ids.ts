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

/** Emits `type-ids.ts`: types by the ids in `implementing(…)`. Emits no file if the document has no type ids. */
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

const TYPES = "Types by their ids in `implementing(…)`: with a full version, a major version, or none.";
const SCHEMAS = "Schemas by type id, used to validate the items of a list.";

/** Schema for a type id. If several types share the id, it is their union. */
function schemaOf({ types }: TypeId): Schema {
  const references = types.map((name) => ({ kind: "reference", name }) as const);
  const [only, ...others] = references;
  return only !== undefined && others.length === 0 ? only : { kind: "union", members: references };
}
