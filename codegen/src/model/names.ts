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

/** `X-Tenant` to `xTenant`: the name under which a parameter stands in a method. */
export function argumentName(name: string, taken: ReadonlySet<string>): string {
  const argument = camelCase(typeName(name));
  const isFree = /^[a-z_$]/.test(argument) && !reservedWords.has(argument) && !taken.has(argument);
  return isFree ? argument : `${argument.replace(/^(?=\d)/, "_")}Param`;
}

/** Words that cannot name a parameter in a module: ECMAScript 2024, section 12.7.2. */
const reservedWords: ReadonlySet<string> = new Set(
  (
    "arguments await break case catch class const continue debugger default delete do else enum eval export extends " +
    "false finally for function if implements import in instanceof interface let new null package private protected " +
    "public return static super switch this throw true try typeof undefined var void while with yield"
  ).split(" "),
);

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
