/** Fields that may be absent, under `exactOptionalPropertyTypes`: absent, never present and `undefined`. */
type Present<Fields> = { readonly [Key in keyof Fields]?: Exclude<Fields[Key], undefined> };

/** Leaves out the fields that are `undefined`, so that the model holds what the document says and nothing else. */
export function present<Fields extends object>(fields: Fields): Present<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<Fields>;
}
