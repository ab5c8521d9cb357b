import {
  brackets,
  type Code,
  type Comment,
  code,
  type Declaration,
  type Item,
  objectType,
  sequence,
  signature,
  typeArguments,
} from "./code.js";
import { literal } from "./literal.js";
import type { SourceText } from "./source.js";

/** Common properties of all declarations. */
interface Declared {
  readonly name: SourceText;
  readonly comment?: Comment | undefined;
}

/** `export interface Order extends Base { … }`. */
export function interfaceDeclaration({
  name,
  comment,
  base,
  members,
}: Declared & { readonly base?: Code; readonly members: readonly Item[] }): Item {
  const heritage = base === undefined ? code`` : code` extends ${base}`;
  return { code: code`export interface ${name}${heritage} ${objectType(members)}`, comment, apart: true };
}

/** `export type Order = …;`. */
export function typeAlias({ name, comment, type }: Declared & { readonly type: Code }): Item {
  return { code: code`export type ${name} = ${type};`, comment, apart: true };
}

/** `export const order: Type = …;`. */
export function constant({
  name,
  comment,
  type,
  value,
  isExported = true,
  apart = true,
}: Declared & {
  readonly type: Code;
  readonly value: Code;
  readonly isExported?: boolean;
  readonly apart?: boolean;
}): Item {
  const keyword = isExported ? code`export const` : code`const`;
  return { code: code`${keyword} ${name}: ${type} = ${value};`, comment, apart };
}

/** `export class Orders extends Base { … }`. */
export function classDeclaration({
  name,
  comment,
  base,
  members,
}: Declared & { readonly base: Code; readonly members: readonly Item[] }): Item {
  const body = brackets("{}", members, { broken: true });
  return { code: code`export class ${name} extends ${base} ${body}`, comment, apart: true };
}

/** `create<T>(order: Order): Call { return …; }`. */
export function method({
  name,
  comment,
  typeParameters = [],
  parameters,
  returns,
  result,
}: Declared & {
  readonly typeParameters?: readonly Code[];
  readonly parameters: readonly Code[];
  readonly returns: Code;
  /** Expression that the method returns. */
  readonly result: Code;
}): Item {
  const generic = typeParameters.length === 0 ? [] : [typeArguments(typeParameters)];
  const head = [name, ...generic, signature(parameters, returns), code` `];
  return { code: sequence(...head, body(code`return ${result};`)), comment, apart: true };
}

/** `constructor(core: Core) { super(core); }`. */
export function constructorDeclaration({
  comment,
  parameters,
  statement,
}: Omit<Declared, "name"> & { readonly parameters: readonly Code[]; readonly statement: Code }): Item {
  return {
    code: code`constructor${brackets(
      "(",
      parameters.map((code) => ({ code })),
    )} ${body(statement)}`,
    comment,
    apart: true,
  };
}

function body(statement: Code): Code {
  return brackets("{}", [{ code: statement }], { broken: true });
}

/** Member of an object type: `name?: Type`. */
export function member({
  name,
  comment,
  type,
  isOptional = false,
}: Declared & { readonly type: Code; readonly isOptional?: boolean }): Item {
  return { code: code`${name}${isOptional ? code`?` : code``}: ${type}`, comment };
}

/** Exports to forward from a module. */
export type Exported = "*" | "type *" | { readonly namespace: SourceText };

/** `export * from "./client.js";`. */
export function exportFrom(what: Exported, specifier: string): Item {
  return { code: code`export ${exportedCode(what)} from ${literal(specifier)};` };
}

function exportedCode(what: Exported): SourceText {
  if (what === "*") return code`*`;
  return what === "type *" ? code`type *` : code`* as ${what.namespace}`;
}

/** Statement that turns a file without exports into a module. */
export const emptyModule: Item = { code: code`export {};`, apart: true };

/** `import { type Call, rqlList } from "…";`, or `import * as z from "…";`. */
export function importFrom(specifier: string, declarations: readonly Declaration[]): Item {
  const namespace = declarations.find((declaration) => declaration.namespace === true);
  const from = code` from ${literal(specifier)};`;
  if (namespace !== undefined) return { code: code`import * as ${namespace.name}${from}` };
  const isTypeOnly = declarations.every((declaration) => declaration.kind === "type");
  const names = declarations.map((declaration) => ({ code: importedName(declaration, isTypeOnly) }));
  return { code: code`import ${isTypeOnly ? code`type ` : code``}${brackets("{", names)}${from}` };
}

function importedName({ name, original, kind }: Declaration, isTypeOnly: boolean): SourceText {
  const imported = original === undefined ? name : code`${original} as ${name}`;
  return kind === "type" && !isTypeOnly ? code`type ${imported}` : imported;
}
