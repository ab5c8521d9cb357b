import { type Node, type ObjectLiteralExpression, type SourceFile, SyntaxKind } from "ts-morph";
import type { Subject } from "../model/index.js";
import { type Client, objectAround } from "./declarations.js";

/** Finds object literals of a type that lack a newly required field. */
export function findObjectsWithout(subject: Subject, client: Client, own: readonly SourceFile[]): readonly Node[] {
  if (subject.kind !== "field") return [];
  const declaration = objectAround(subject, client);
  if (declaration === undefined) return [];
  const field = subject.path.at(-1) ?? "";
  return own
    .flatMap((file) => file.getDescendantsOfKind(SyntaxKind.ObjectLiteralExpression))
    .filter((object) => object.getProperty(field) === undefined && isTypedBy(object, declaration));
}

function isTypedBy(object: ObjectLiteralExpression, declaration: Node): boolean {
  // The type of an optional argument includes `undefined`.
  const symbol = object.getContextualType()?.getNonNullableType().getSymbol();
  return symbol?.getDeclarations().some((candidate) => candidate === declaration) ?? false;
}
