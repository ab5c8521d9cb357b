/**
 * Finds operations and views that may create something but lack `x-identity`. It names the property of the result that
 * identifies what was created; `false` means that there is none. Only POST creates: a PUT changes something that exists.
 *
 * @param {any} document
 * @returns {string[]}
 */
export function identityFaults(document) {
  return Object.values(document.paths ?? {}).flatMap(({ post }) =>
    post === undefined ? [] : faultsOf(document, post),
  );
}

function faultsOf(document, operation) {
  if (operation["x-safety"] === "safe" || !answersJson(document, operation)) return [];
  return [operation, ...(operation["x-views"] ?? [])]
    .filter((each) => each["x-identity"] === undefined)
    .map(
      ({ operationId }) =>
        `${operationId}: x-identity is missing. Set it to the property that identifies what was created, or to false.`,
    );
}

function answersJson(document, { responses = {} }) {
  return Object.entries(responses)
    .filter(([status]) => status.startsWith("2"))
    .some(([, response]) => resolved(document, response).content?.["application/json"] !== undefined);
}

function resolved(document, value) {
  if (value?.$ref === undefined) return value;
  const names = value.$ref.replace("#/", "").split("/");
  return names.reduce((target, name) => target[name.replaceAll("~1", "/").replaceAll("~0", "~")], document);
}
