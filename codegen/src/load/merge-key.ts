import type { MapNode, SyntaxNode } from "./syntax-node.js";

/**
 * Whether a key is `<<`, under which a map takes over what others hold. YAML 1.1 knows it (yaml.org/type/merge.html),
 * 1.2 does not, and documents that are written by hand use it all the same.
 */
export function isMergeKey(key: SyntaxNode): boolean {
  return key.kind === "scalar" && key.isPlain && key.tag === undefined && key.text === "<<";
}

/** The maps that stand under a merge key. Of two that hold the same property, the first counts. */
export function mergedMaps(value: SyntaxNode): readonly MapNode[] {
  const node = value.kind === "alias" ? value.target : value;
  if (node?.kind === "list") return node.items.flatMap(mergedMaps);
  return node?.kind === "map" ? [node] : [];
}
