/**
 * Returns every method that a document describes, with the content of its section. Each view is a method.
 *
 * @param document Parsed OpenAPI document in one file.
 * @param options Option names of the parameters in the SDK: by method, then by parameter name in the request.
 */
export function documentedMethods(document, options) {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    verbs.flatMap((verb) => {
      const operation = item[verb];
      if (operation === undefined) return [];
      const own = described(document, options, { verb, path, item, operation, view: {} });
      const views = (operation["x-views"] ?? []).map((view) =>
        described(document, options, { verb, path, item, operation, view }),
      );
      return [own, ...views];
    }),
  );
}

const verbs = ["get", "put", "post", "delete", "patch"];

function described(document, options, { verb, path, item, operation, view }) {
  const at = (node) => resolved(document, node);
  const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map(at);
  const { body, answer } = examplesOf(document, operation, view);
  const name = view["x-sdk-name"] ?? operation["x-sdk-name"];
  return {
    name,
    request: `${verb.toUpperCase()} ${path}`,
    summary: view.summary ?? operation.summary,
    description: view.description ?? operation.description ?? "",
    safety: view["x-safety"] ?? operation["x-safety"] ?? "unsafe",
    permissions: view["x-permissions"] ?? operation["x-permissions"] ?? [],
    parameters: parameters.map((parameter) => ({
      ...parameter,
      shown: options.get(name)?.get(parameter.name) ?? view.parameters?.[parameter.name] ?? parameter.name,
    })),
    isRql: operation["x-rql"] !== undefined,
    errors: Object.entries(operation.responses)
      .filter(([status]) => /^[45]|^default$/.test(status))
      .map(([status, response]) => ({ status, description: at(response).description })),
    body,
    answer,
  };
}

/** Request and response bodies from the examples of the document. */
function examplesOf(document, operation, { body, response }) {
  const requestBody = resolved(document, operation.requestBody);
  const success = Object.entries(operation.responses).find(([status]) => status.startsWith("2"))?.[1];
  return {
    body: body?.example === undefined ? exampleIn(document, requestBody) : exampleAt(document, body.example),
    answer:
      response?.example === undefined
        ? exampleIn(document, resolved(document, success))
        : exampleAt(document, response.example),
  };
}

function exampleIn(document, node) {
  const [media] = Object.values(node?.content ?? {});
  const [first] = Object.values(media?.examples ?? {});
  return media?.example ?? resolved(document, first)?.value;
}

function exampleAt(document, pointer) {
  return resolved(document, { $ref: pointer })?.value;
}

/** Resolves a reference within the document. */
function resolved(document, node) {
  if (typeof node?.$ref !== "string") return node;
  const keys = node.$ref.slice("#/".length).split("/");
  return resolved(
    document,
    keys.reduce((at, key) => at?.[key], document),
  );
}
