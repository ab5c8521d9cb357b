import type { Docs } from "../model/index.js";
import type { ChangeKind } from "./rules.js";

/** Changes of the text for readers. */
export function compareDocs(old: Docs, next: Docs): readonly { readonly kind: ChangeKind; readonly message: string }[] {
  if (!old.deprecated && next.deprecated) return [{ kind: "deprecated", message: "It is deprecated now." }];
  if (old.deprecated && !next.deprecated) {
    return [{ kind: "no-longer-deprecated", message: "It is no longer deprecated." }];
  }
  const same = old.summary === next.summary && old.description === next.description;
  return same ? [] : [{ kind: "docs-changed", message: "Its documentation changed." }];
}
