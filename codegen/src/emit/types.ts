import { type Item, identifier, interfaceDeclaration, type SourceFile, typeAlias } from "../code/index.js";
import type { Model, NamedSchema } from "../model/index.js";
import { modules, type Specifiers } from "./declarations.js";
import { commentOf } from "./docs.js";
import { interfaceMembers, typeCode } from "./type-code.js";

/** Emits `types.ts`: a type for each schema of the document. */
export function emitTypes({ schemas }: Model, to: Specifiers): readonly SourceFile[] {
  return [{ path: modules.types, statements: declarations(schemas, to) }];
}

function* declarations(schemas: readonly NamedSchema[], to: Specifiers): Iterable<Item> {
  for (const schema of schemas) yield declaration(schema, to);
}

/** Interface for an object, type alias for everything else. */
function declaration({ name, docs, schema }: NamedSchema, to: Specifiers): Item {
  const common = { name: identifier(name), comment: commentOf(docs) };
  const members = interfaceMembers(schema, to);
  return members === undefined
    ? typeAlias({ ...common, type: typeCode(schema, to) })
    : interfaceDeclaration({ ...common, members });
}
