import type { MapNode, SyntaxNode } from "./syntax-node.js";

/**
 * Returns true if a key is `<<`, which merges other maps into its map. YAML 1.1 has it (yaml.org/type/merge.html) and
 * 1.2 does not, but people still use it.
 */
export function isMergeKey(key: SyntaxNode): boolean {
  return key.kind === "scalar" && key.isPlain && key.tag === undefined && key.text === "<<";
}

/** Maps under a merge key. If several have the same property, the first wins. */
export function mergedMaps(value: SyntaxNode): readonly MapNode[] {
  const node = value.kind === "alias" ? value.target : value;
  if (node?.kind === "list") return node.items.flatMap(mergedMaps);
  return node?.kind === "map" ? [node] : [];
}
