import { type Json, property } from "../json.js";

/** Metadata that the platform keeps about a resource. */
export type ApsBlock = {
  readonly id: string;
  readonly type: string;
  readonly status: string;
  readonly revision: number;
  readonly modified: string;
};

/** Resource of any type: its `aps` block, properties and links. */
export type ApsResource = { readonly aps: ApsBlock; readonly [name: string]: Json };

/** APS ID of the linked resource. `undefined` if the link has none. */
export function linkedId(link: Json | undefined): string | undefined {
  const id = property(property(link, "aps"), "id");
  return typeof id === "string" ? id : undefined;
}
