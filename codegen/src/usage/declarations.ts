import {
  type InterfaceDeclaration,
  Node,
  type PropertySignature,
  type SourceFile,
  type TypeAliasDeclaration,
} from "ts-morph";
import { modules } from "../emit/declarations.js";
import { className, type Subject } from "../model/index.js";

/** Generated client in a project. */
export interface Client {
  /** Returns a file of the client, if it exists. */
  readonly file: (path: string) => SourceFile | undefined;
  /** Returns true if a file belongs to the client. */
  readonly holds: (file: SourceFile) => boolean;
}

/** Node that can find its references. */
type Declaration = Node & { findReferencesAsNodes(): Node[] };

/** Finds the changed declaration. Returns `undefined` if the client does not have it. */
export function declarationOf(subject: Subject, client: Client): Declaration | undefined {
  switch (subject.kind) {
    case "client":
      return client.file(modules.client)?.getClass(`${subject.name}Api`);
    case "method":
      return subject.option === undefined ? methodOf(subject, client) : optionOf(subject, subject.option, client);
    case "type":
      return typeOf(subject.type, client);
    case "field":
      return fieldOf(subject.type, subject.path, client);
  }
}

type MethodSubject = Extract<Subject, { readonly kind: "method" }>;
type FieldSubject = Extract<Subject, { readonly kind: "field" }>;

function methodOf({ group, method }: MethodSubject, client: Client) {
  const name = className(group);
  return client
    .file(modules.group({ name: group }))
    ?.getClass(name)
    ?.getMethod(method);
}

/** Property of the interface that types the method's last parameter. */
function optionOf(subject: MethodSubject, option: string, client: Client) {
  const method = methodOf(subject, client);
  const type = method?.getParameters().at(-1)?.getTypeNode()?.getText();
  return type === undefined ? undefined : method?.getSourceFile().getInterface(type)?.getProperty(option);
}

function typeOf(name: string, client: Client): InterfaceDeclaration | TypeAliasDeclaration | undefined {
  const files = [modules.types, modules.webhooks].map((path) => client.file(path)).filter((file) => file !== undefined);
  const declarations = files.map((file) => file.getInterface(name) ?? file.getTypeAlias(name));
  return declarations.find((declaration) => declaration !== undefined);
}

function fieldOf(type: string, path: readonly string[], client: Client): PropertySignature | undefined {
  const declaration = typeOf(type, client);
  return declaration === undefined
    ? undefined
    : propertiesBelow(declaration).find((field) => pathOf(field).join() === path.join());
}

/** Object type that contains a field: an interface or a type literal. */
export function objectAround({ type, path }: FieldSubject, client: Client): Node | undefined {
  const declaration = typeOf(type, client);
  const parent = path.slice(0, -1);
  const isObject = (node: Node): boolean => Node.isTypeLiteral(node) || Node.isInterfaceDeclaration(node);
  const candidates = declaration === undefined ? [] : [declaration, ...declaration.getDescendants()].filter(isObject);
  return candidates.find((node) => pathOf(node).join() === parent.join());
}

/** Field of a subject, or all fields with the subject's type if that type is itself an enum. */
export function fieldsOfType({ type, path }: FieldSubject, client: Client): readonly PropertySignature[] {
  if (path.length > 0) return [fieldOf(type, path, client)].filter((field) => field !== undefined);
  const types = client.file(modules.types);
  return types === undefined ? [] : propertiesBelow(types).filter((field) => field.getTypeNode()?.getText() === type);
}

function propertiesBelow(node: Node): readonly PropertySignature[] {
  return node.getDescendants().filter((descendant) => Node.isPropertySignature(descendant));
}

/** Path of a field within a type: `address`, `city`. */
function pathOf(node: Node): readonly string[] {
  const fields = [node, ...node.getAncestors()].filter((ancestor) => Node.isPropertySignature(ancestor));
  return fields.map((field) => field.getSymbol()?.getName() ?? field.getName()).reverse();
}
