import type { VariableStatementStructure } from "ts-morph";
import { code, name } from "../code/code.js";
import { StructureKind, VariableDeclarationKind } from "../libraries.js";
import type { Model } from "../model/index.js";
import { modules, runtimeDeclaration, type Specifiers, schemaDeclaration, typeDeclaration } from "./declarations.js";
import { docComments } from "./docs.js";
import { afterBlankLine, type EmittedFile, type Safe, SourceFileDraft } from "./source-file.js";
import { deferredCode } from "./zod-code.js";

/** `schemas.ts`: what the schemas of the document are at run time, but for those that stand in an operation alone. */
export function emitSchemas(model: Model, specifiers: Specifiers): readonly EmittedFile[] {
  const file = new SourceFileDraft(modules.schemas, model, specifiers);
  const schemaType = name(runtimeDeclaration("Schema", "type", specifiers));
  const schemas = model.schemas.filter(({ place }) => place === undefined);
  const statements = schemas.map(({ name: typeName, schema, docs }): Safe<VariableStatementStructure> => {
    const variable = schemaDeclaration(typeName).name;
    const type = file.text(code`${schemaType}<${name(typeDeclaration(typeName))}>`);
    const column = `export const ${variable}: ${type} = `.length;
    return {
      kind: StructureKind.VariableStatement,
      leadingTrivia: afterBlankLine,
      isExported: true,
      declarationKind: VariableDeclarationKind.Const,
      declarations: [{ name: variable, type, initializer: file.text(deferredCode(schema, specifiers), { column }) }],
      docs: docComments({ description: `Checks {@link ${typeName}}.`, deprecated: docs.deprecated }),
    };
  });
  return [file.finish(statements)];
}
