/** `aps-meta` to `ApsMeta`: a type's name from the key of its component. What is a name already stays as it is. */
export function typeName(key: string): string {
  return words(key).map(capitalised).join("");
}

/** `orders` to `Orders`, `servicePlans` to `ServicePlans`. */
export function className(group: string): string {
  return capitalised(group);
}

/** `OrderRequest` to `orderRequest`, `APIKey` to `apiKey`. */
export function camelCase(name: string): string {
  const acronym = /^[A-Z]+(?=[A-Z][a-z]|$)/.exec(name)?.[0];
  const head = acronym ?? name.slice(0, 1);
  return head.toLowerCase() + name.slice(head.length);
}

/** `ServicePlans` to `service-plans`: file names are made from this alphabet alone. */
export function kebabCase(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1-$2")
    .toLowerCase();
}

function words(key: string): string[] {
  return key.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
