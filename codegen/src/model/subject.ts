/** Declaration in the generated code. */
export type Subject =
  | { readonly kind: "client"; readonly name: string }
  | { readonly kind: "method"; readonly group: string; readonly method: string; readonly option?: string }
  | { readonly kind: "type"; readonly type: string }
  | { readonly kind: "field"; readonly type: string; readonly path: readonly string[]; readonly value?: string };
