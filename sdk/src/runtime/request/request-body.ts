import { RequestValidationError } from "../../errors/index.js";
import type { RequestContent } from "../../http/body/index.js";
import {
  classifyMediaType,
  describeIssues,
  findIssues,
  type Issue,
  isUnchecked,
  type Media,
  type Operation,
  type PartEncoding,
  type RequestBody,
  toPlainText,
} from "../schema/index.js";
import { encodeParameter, writeParameter } from "./parameter-text.js";
import type { WrittenBody } from "./written-body.js";

/** Binary body. A stream can be sent only once, so a call with a stream is never retried. */
export type BinaryBody = Blob | ArrayBuffer | Uint8Array | ReadableStream<Uint8Array>;

/** Validates the body of a call and serializes it. */
export function writeBody(
  { name, body }: Operation<object, unknown>,
  input: object,
  validation: "strict" | "off",
): WrittenBody | undefined {
  if (body === undefined) return undefined;
  const value: unknown = Reflect.get(input, "body");
  if (value === undefined && !body.required) return undefined;
  if (validation === "strict" && body.schema !== undefined) {
    const issues = findIssues(body.schema, value).filter((issue) => !isWithinUnchecked(value, issue));
    if (issues.length > 0) throw new RequestValidationError(name, describeIssues(issues, value));
  }
  return writers[classifyMediaType(body.contentType)](value, body, name);
}

/** True if the value at the path of an issue, or a value around it, was marked as unchecked. */
function isWithinUnchecked(root: unknown, { path }: Issue): boolean {
  let value = root;
  for (const key of path) {
    if (isUnchecked(value)) return true;
    value = typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
  }
  return isUnchecked(value);
}

type Writer = (value: unknown, body: RequestBody, operation: string) => WrittenBody;

/** Writer for each kind of media. A new kind does not compile until it has a writer. */
const writers: { readonly [M in Media]: Writer } = {
  json: (value, body) => ({ content: JSON.stringify(value), contentType: resolveMediaType(body, "application/json") }),
  form: (value, body, operation) => ({ content: writeForm(value, body, operation), contentType: body.contentType }),
  multipart: (value, body, operation) => ({ content: writeFormData(value, body, operation) }),
  text: (value, body) => ({ content: toPlainText(value), contentType: resolveMediaType(body, "text/plain") }),
  // The SDK reads events and records item by item, but sends them as the bytes it was given.
  events: writeBytes,
  records: writeBytes,
  binary: writeBytes,
};

function writeBytes(value: unknown, body: RequestBody, operation: string): WrittenBody {
  const type = value instanceof Blob && value.type !== "" ? value.type : "application/octet-stream";
  return { content: toBytes(value, operation), contentType: resolveMediaType(body, type) };
}

/** A media range such as `image/*` says only what is allowed, so the type of the value is used instead. */
function resolveMediaType({ contentType }: RequestBody, otherwise: string): string {
  return contentType.includes("*") ? otherwise : contentType;
}

function toBytes(value: unknown, operation: string): RequestContent {
  if (value instanceof Blob || value instanceof ReadableStream) return value;
  // Copied, so that changes by the caller during the call do not affect a retry.
  if (value instanceof ArrayBuffer || value instanceof Uint8Array) return new Uint8Array(value);
  throw createBodyError(operation, "expected a Blob, bytes or a stream of bytes");
}

/** Writes pairs as in a query. Unless the encoding says otherwise, a list repeats its name and an object is JSON. */
function writeForm(value: unknown, { encoding = {} }: RequestBody, operation: string): string {
  const parts = listFields(value, operation).flatMap(([name, item]) => {
    const { style, explode = style === undefined || style === "form", contentType } = encoding[name] ?? {};
    const written = { operation, name, argument: name, style: style ?? "form", explode } as const;
    const type = style === undefined && isStructure(item) ? (contentType ?? "application/json") : contentType;
    return writeParameter({ ...written, contentType: type }, item, encodeParameter);
  });
  return parts.join("&");
}

/** Writes one part for each property and for each item of a list. Objects are JSON. */
function writeFormData(value: unknown, { encoding = {} }: RequestBody, operation: string): FormData {
  const form = new FormData();
  for (const [name, item] of listFields(value, operation)) {
    for (const part of Array.isArray(item) ? item : [item]) form.append(name, createPart(part, encoding[name] ?? {}));
  }
  return form;
}

function createPart(value: unknown, { contentType }: PartEncoding): string | Blob {
  if (value instanceof Blob) {
    const isTyped =
      contentType === undefined || contentType.includes("*") || value.type !== "" || value instanceof File;
    return isTyped ? value : new Blob([value], { type: contentType });
  }
  return isStructure(value) ? new Blob([JSON.stringify(value)], { type: "application/json" }) : toPlainText(value);
}

function isStructure(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/** Lists the properties of a body, except undefined and null ones. */
function listFields(value: unknown, operation: string): readonly (readonly [string, unknown])[] {
  if (typeof value !== "object" || value === null) throw createBodyError(operation, "expected an object");
  return Object.entries(value).filter(([, item]) => item !== undefined && item !== null);
}

function createBodyError(operation: string, message: string): RequestValidationError {
  return new RequestValidationError(operation, [{ path: "$", message }]);
}
