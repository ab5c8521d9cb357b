import type {
  InterfaceDeclarationStructure,
  PropertySignatureStructure,
  TypeAliasDeclarationStructure,
} from "ts-morph";
import { asStructure } from "../code/comment.js";
import { identifier } from "../code/identifier.js";
import { StructureKind } from "../libraries.js";
import type { Model, NamedSchema } from "../model/index.js";
import { modules, type Specifiers } from "./declarations.js";
import { docComments } from "./docs.js";
import { afterBlankLine, type EmittedFile, type Safe, SourceFileDraft } from "./source-file.js";
import { type TypeMember, typeCode, typeMembers } from "./type-code.js";

/** `types.ts`: what every schema of the document is to a compiler. */
export function emitTypes(model: Model, specifiers: Specifiers): readonly EmittedFile[] {
  const file = new SourceFileDraft(modules.types, model, specifiers);
  return [file.finish(model.schemas.map((schema) => declaration(schema, file)))];
}

/** An interface where the schema is an object, a type alias for everything else. */
function declaration(
  { name, docs, schema }: NamedSchema,
  file: SourceFileDraft,
): Safe<InterfaceDeclarationStructure> | Safe<TypeAliasDeclarationStructure> {
  const common = { name: identifier(name), isExported: true, docs: docComments(docs) };
  const members = typeMembers(schema);
  if (members !== undefined) {
    return { kind: StructureKind.Interface, ...common, properties: members.map((member) => property(member, file)) };
  }
  const type = file.text(typeCode(schema), { column: `export type ${name} = `.length });
  return { kind: StructureKind.TypeAlias, leadingTrivia: afterBlankLine, ...common, type };
}

const INDENT = 2;

/** An index signature goes the same way: its name is `[key: string]`. */
function property(
  { name, optional, type, comment }: TypeMember,
  file: SourceFileDraft,
): Safe<PropertySignatureStructure> {
  const column = INDENT + name.length + (optional ? "?: " : ": ").length;
  return {
    kind: StructureKind.PropertySignature,
    name,
    hasQuestionToken: optional,
    type: file.text(type, { column, indent: INDENT }),
    docs: asStructure(comment),
  };
}
