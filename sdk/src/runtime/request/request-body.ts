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

/** A body of bytes. A stream can be sent once, so a call that carries one is never repeated. */
export type BinaryBody = Blob | ArrayBuffer | Uint8Array | ReadableStream<Uint8Array>;

/** The body of a call as it is sent, held against its schema before that. */
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

/** Whether what an issue is about was marked as unchecked, or stands in something that was. */
function isWithinUnchecked(root: unknown, { path }: Issue): boolean {
  let value = root;
  for (const key of path) {
    if (isUnchecked(value)) return true;
    value = typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
  }
  return isUnchecked(value);
}

type Writer = (value: unknown, body: RequestBody, operation: string) => WrittenBody;

/** One line per kind of media: one that is added does not compile until it has its line here. */
const writers: { readonly [M in Media]: Writer } = {
  json: (value, body) => ({ content: JSON.stringify(value), contentType: resolveMediaType(body, "application/json") }),
  form: (value, body, operation) => ({ content: formText(value, body, operation), contentType: body.contentType }),
  multipart: (value, body, operation) => ({ content: formData(value, body, operation) }),
  text: (value, body) => ({ content: toPlainText(value), contentType: resolveMediaType(body, "text/plain") }),
  // What the program reads piece by piece, it writes as it likes.
  events: bytes,
  records: bytes,
  binary: bytes,
};

function bytes(value: unknown, body: RequestBody, operation: string): WrittenBody {
  const type = value instanceof Blob && value.type !== "" ? value.type : "application/octet-stream";
  return { content: toBytes(value, operation), contentType: resolveMediaType(body, type) };
}

/** `image/*` says what may be sent and not what is. */
function resolveMediaType({ contentType }: RequestBody, otherwise: string): string {
  return contentType.includes("*") ? otherwise : contentType;
}

function toBytes(value: unknown, operation: string): RequestContent {
  if (value instanceof Blob || value instanceof ReadableStream) return value;
  // Copied: what a caller changes while the call is under way must not change a repetition.
  if (value instanceof ArrayBuffer || value instanceof Uint8Array) return new Uint8Array(value);
  throw misfit(operation, "expected a Blob, bytes or a stream of them");
}

/** Pairs like those of a query: a list repeats its name, an object is JSON, unless its encoding says otherwise. */
function formText(value: unknown, { encoding = {} }: RequestBody, operation: string): string {
  const parts = fieldsOf(value, operation).flatMap(([name, item]) => {
    const { style, explode = style === undefined || style === "form", contentType } = encoding[name] ?? {};
    const written = { operation, name, argument: name, style: style ?? "form", explode } as const;
    const type = style === undefined && isStructure(item) ? (contentType ?? "application/json") : contentType;
    return writeParameter({ ...written, contentType: type }, item, encodeParameter);
  });
  return parts.join("&");
}

/** A part for each property and for each item of a list; an object is JSON. */
function formData(value: unknown, { encoding = {} }: RequestBody, operation: string): FormData {
  const form = new FormData();
  for (const [name, item] of fieldsOf(value, operation)) {
    for (const part of Array.isArray(item) ? item : [item]) form.append(name, partOf(part, encoding[name] ?? {}));
  }
  return form;
}

function partOf(value: unknown, { contentType }: PartEncoding): string | Blob {
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

/** The properties that are there. */
function fieldsOf(value: unknown, operation: string): readonly (readonly [string, unknown])[] {
  if (typeof value !== "object" || value === null) throw misfit(operation, "expected an object");
  return Object.entries(value).filter(([, item]) => item !== undefined && item !== null);
}

function misfit(operation: string, message: string): RequestValidationError {
  return new RequestValidationError(operation, [{ path: "$", message }]);
}
