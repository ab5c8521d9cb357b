import { Ajv2020 } from "ajv/dist/2020.js";

/** Validates the examples of an OpenAPI 3.1 document in one file. Returns a message with the position of each fault. */
export function exampleFaults(document) {
  const ajv = new Ajv2020({ strict: false, allErrors: true, discriminator: false, validateFormats: false });
  ajv.addSchema({ ...document, $id: DOCUMENT });
  return [...examplesOf(document, [])].flatMap(({ path, schema, value }) => {
    const validate = ajv.compile({ $ref: `${DOCUMENT}#${schema}` });
    if (validate(withoutNulls(value))) return [];
    const errors = validate.errors.map(({ instancePath, message }) => `${instancePath || "/"} ${message}`);
    return [`The example at ${pointer(path)} does not match ${schema}: ${errors.join("; ")}`];
  });

  /** All examples below a node: of media types, parameters, headers, schemas and views. */
  function* examplesOf(node, path) {
    if (typeof node !== "object" || node === null) return;
    if (isNamed(path) || !isLiteral(path)) {
      yield* ownExamples(node, path);
      for (const [key, child] of Object.entries(node)) yield* examplesOf(child, [...path, key]);
    }
  }

  function* ownExamples(node, path) {
    if ("schema" in node && typeof node.schema === "object") {
      const schema = pointer([...path, "schema"]);
      if ("example" in node) yield { path: [...path, "example"], schema, value: node.example };
      for (const [name, example] of Object.entries(node.examples ?? {})) {
        yield { path: [...path, "examples", name], schema, value: resolved(example).value };
      }
    }
    // A view refers to a schema and an example with pointers.
    if (typeof node.schema === "string" && typeof node.example === "string") {
      const { value } = resolved({ $ref: node.example });
      yield { path: [...path, "example"], schema: node.schema.slice(1), value };
    }
  }

  function resolved(node) {
    if (typeof node?.$ref !== "string") return node;
    const keys = node.$ref.slice("#/".length).split("/");
    const target = keys.reduce((at, key) => at?.[key.replaceAll("~1", "/").replaceAll("~0", "~")], document);
    if (target === undefined) throw new Error(`${node.$ref} has no target`);
    return resolved(target);
  }
}

const DOCUMENT = "https://document.invalid/";

/** Everything below an example, a default or an enum is data, whatever its keys are. */
function isLiteral(path) {
  return path.some((key) => key === "value" || key === "example" || key === "default" || key === "enum");
}

/** Properties and components may have any name. */
function isNamed(path) {
  return path.at(-2) === "properties" || path.at(-2) === "schemas";
}

/** Both platforms treat `null` as absent, so an example may use either. */
function withoutNulls(value) {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, member]) => member !== null);
  return Object.fromEntries(entries.map(([name, member]) => [name, withoutNulls(member)]));
}

function pointer(path) {
  return path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
