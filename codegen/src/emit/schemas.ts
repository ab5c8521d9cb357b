import { code, constant, type Item, name, type SourceFile } from "../code/index.js";
import type { Model, NamedSchema } from "../model/index.js";
import { modules, runtimeDeclaration, type Specifiers, schemaDeclaration, typeDeclaration } from "./declarations.js";
import { commentOf } from "./docs.js";
import { deferredCode } from "./zod-code.js";

/** Emits `schemas.ts`: a zod schema for each schema of the document that is not inline in an operation. */
export function emitSchemas({ schemas }: Model, to: Specifiers): readonly SourceFile[] {
  const named = schemas.filter(({ place }) => place === undefined);
  return [{ path: modules.schemas, statements: constants(named, to) }];
}

function* constants(schemas: readonly NamedSchema[], to: Specifiers): Iterable<Item> {
  const schemaType = name(runtimeDeclaration("Schema", "type", to));
  for (const { name: typeName, schema, docs } of schemas) {
    yield constant({
      name: schemaDeclaration(typeName).name,
      comment: commentOf({ description: `Schema of {@link ${typeName}}.`, deprecated: docs.deprecated }),
      type: code`${schemaType}<${name(typeDeclaration(typeName))}>`,
      value: deferredCode(schema, to),
    });
  }
}
