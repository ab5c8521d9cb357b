/** Fields that may be absent but never `undefined`, for `exactOptionalPropertyTypes`. */
type Present<Fields> = { readonly [Key in keyof Fields]?: Exclude<Fields[Key], undefined> };

/** Removes the fields that are `undefined`, so that the model contains only what the document states. */
export function present<Fields extends object>(fields: Fields): Present<Fields> {
  for (const key in fields) if (fields[key] === undefined) return withoutAbsent(fields);
  return fields as Present<Fields>;
}

function withoutAbsent<Fields extends object>(fields: Fields): Present<Fields> {
  const kept: Partial<Fields> = {};
  for (const key in fields) if (fields[key] !== undefined) kept[key] = fields[key];
  return kept as Present<Fields>;
}
