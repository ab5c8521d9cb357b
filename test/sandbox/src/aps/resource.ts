import { type Json, property } from "../json.js";

/** What the platform itself keeps of a resource. */
export type ApsBlock = {
  readonly id: string;
  readonly type: string;
  readonly status: string;
  readonly revision: number;
  readonly modified: string;
};

/** A resource of any type: its `aps` block, its properties, its links. */
export type ApsResource = { readonly aps: ApsBlock; readonly [name: string]: Json };

/** APS ID of the resource at the other end of a link; `undefined` where it names none. */
export function linkedId(link: Json | undefined): string | undefined {
  const id = property(property(link, "aps"), "id");
  return typeof id === "string" ? id : undefined;
}
