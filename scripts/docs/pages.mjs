import { documentedMethods } from "./operations.mjs";

/**
 * Creates a Markdown page for each group of methods of a client.
 *
 * @param platform Title of the group that the pages belong to.
 * @param options Option names of the parameters in the SDK: by method, then by parameter name in the request.
 * @returns Pairs of file name and text.
 */
export function operationPages(document, platform, options) {
  const methods = documentedMethods(document, options);
  const groups = [...new Set(methods.map(groupOf))];
  return groups.map((group) => {
    return [
      `${group}.md`,
      page(
        group,
        methods.filter((method) => groupOf(method) === group),
        platform,
      ),
    ];
  });
}

function groupOf({ name }) {
  return name.split(".")[0];
}

function page(group, methods, platform) {
  const head = ["---", `title: ${group}`, `group: ${platform}`, "---", "", `# ${group}`];
  return [...head, ...methods.flatMap(section)].join("\n");
}

function section(method) {
  const { name, summary, description, request, safety, permissions, parameters, errors, answer } = method;
  return [
    "",
    `## ${name}`,
    "",
    summary,
    "",
    description.trim(),
    "",
    `| request | \`${request}\` |`,
    "| --- | --- |",
    `| retries | ${retries[safety]} |`,
    ...(permissions.length === 0
      ? []
      : [`| allowed operation | ${permissions.map((text) => `\`${text}\``).join(", or ")} |`]),
    ...parameterRows(parameters),
    ...errors.map(({ status, description: text }) => `| error ${status} | ${cell(text)} |`),
    "",
    "```sh",
    command(method),
    "```",
    ...(answer === undefined ? [] : ["", "```json", JSON.stringify(answer, null, 2), "```"]),
  ];
}

const retries = {
  safe: "changes nothing, so it may be repeated",
  idempotent: "may be repeated without further effect",
  unsafe: "sent once, and again only with proof that it was not executed",
};

function parameterRows(parameters) {
  return parameters.map(({ in: place, name, shown, required, description = "" }) => {
    const wire = shown === name ? "" : `, sent as \`${name}\``;
    return `| \`${shown}\` (${place}${required ? ", required" : ""}${wire}) | ${cell(description)} |`;
  });
}

function cell(text) {
  return text
    .trim()
    .replaceAll(/\s*\n\s*/g, " ")
    .replaceAll("|", "\\|");
}

/** Command line for the method. A test runs each line as printed. */
export function command({ name, parameters, body, isRql, safety }) {
  const path = parameters.filter(({ in: place }) => place === "path").map((parameter) => quoted(textOf(parameter)));
  const options = Object.fromEntries(
    parameters
      .filter(({ in: place, required }) => place !== "path" && required)
      .map((parameter) => [parameter.shown, exampleOf(parameter)]),
  );
  const words = [
    "npx apsdirect call",
    name,
    ...path,
    ...(body === undefined ? [] : [quoted(JSON.stringify(body))]),
    ...(isRql ? ["'limit(0,5)'"] : []),
    ...(Object.keys(options).length === 0 ? [] : [quoted(JSON.stringify(options))]),
    ...(safety === "safe" ? [] : ["--yes"]),
  ];
  return words.join(" ");
}

function exampleOf({ example, examples, schema = {} }) {
  const [first] = Object.values(examples ?? {});
  return (
    example ??
    first?.value ??
    schema.example ??
    schema.examples?.[0] ??
    schema.default ??
    (schema.type === "integer" ? 1 : "…")
  );
}

function textOf(parameter) {
  return String(exampleOf(parameter));
}

/** Quotes a text as one word for a POSIX shell. */
function quoted(text) {
  return /^[\w./:-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
