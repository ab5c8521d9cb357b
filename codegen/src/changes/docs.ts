import type { Docs } from "../model/index.js";
import type { ChangeKind } from "./rules.js";

/** Compares the documentation of an item. */
export function compareDocs(old: Docs, next: Docs): readonly { readonly kind: ChangeKind; readonly message: string }[] {
  if (!old.deprecated && next.deprecated) return [{ kind: "deprecated", message: "It is now deprecated." }];
  if (old.deprecated && !next.deprecated) {
    return [{ kind: "no-longer-deprecated", message: "It is no longer deprecated." }];
  }
  const same = old.summary === next.summary && old.description === next.description;
  return same ? [] : [{ kind: "docs-changed", message: "Its documentation changed." }];
}
