import { Node, type PropertySignature } from "ts-morph";

/** Finds the places where code assigns a value to a field or compares the field with it. */
export function findLiterals(field: PropertySignature, value: string): readonly Node[] {
  return field
    .findReferencesAsNodes()
    .flatMap(findValues)
    .filter((node) => isLiteral(node, value));
}

/** Values that code assigns to a field or compares it with. */
function findValues(mention: Node): readonly Node[] {
  const parent = mention.getParent();
  if (Node.isPropertyAssignment(parent)) return [parent.getInitializer()].filter((node) => node !== undefined);
  if (!Node.isPropertyAccessExpression(parent)) return [];
  const around = parent.getParent();
  if (Node.isBinaryExpression(around)) return [around.getLeft(), around.getRight()];
  if (!Node.isSwitchStatement(around)) return [];
  return around.getClauses().flatMap((clause) => (Node.isCaseClause(clause) ? [clause.getExpression()] : []));
}

function isLiteral(node: Node, value: string): boolean {
  if (Node.isStringLiteral(node)) return JSON.stringify(node.getLiteralValue()) === value;
  return node.getText() === value;
}
