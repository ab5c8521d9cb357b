/** Fields that may be absent, under `exactOptionalPropertyTypes`: absent, never present and `undefined`. */
type Present<Fields> = { readonly [Key in keyof Fields]?: Exclude<Fields[Key], undefined> };

/** Leaves out the fields that are `undefined`, so that the model holds what the document says and nothing else. */
export function present<Fields extends object>(fields: Fields): Present<Fields> {
  for (const key in fields) if (fields[key] === undefined) return withoutAbsent(fields);
  return fields as Present<Fields>;
}

function withoutAbsent<Fields extends object>(fields: Fields): Present<Fields> {
  const kept: Partial<Fields> = {};
  for (const key in fields) if (fields[key] !== undefined) kept[key] = fields[key];
  return kept as Present<Fields>;
}
