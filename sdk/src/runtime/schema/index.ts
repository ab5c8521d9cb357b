/** Descriptions of operations and schemas, and what values do not fit them. */

export { parseDate, toPlainText } from "./date-time.js";
export { createExcerpt, cutExcerpt, type Redact } from "./excerpt.js";
export { describeIssues, findIssues, getValueAt, type Issue, summarizeIssues } from "./issues.js";
export { classifyMediaType, isReadableAs, type Media } from "./media-type.js";
export {
  type ApiDescriptor,
  CONTRACT,
  type DocumentedHeader,
  type errorsType,
  type HeaderForm,
  type Identity,
  isOption,
  type Operation,
  type OperationParameter,
  type OptionParameter,
  type ParameterForm,
  type ParameterStyle,
  type PartEncoding,
  type PathParameter,
  type PropertyPath,
  type RequestBody,
  type ResponseDescription,
  type SecurityDescription,
  type ServerDescription,
  type ServerVariable,
} from "./operation.js";
export {
  dateTime,
  discriminatedUnion,
  extensibleObject,
  file,
  intersectionWithDates,
  isDated,
  patternedObject,
  runOn,
  type Schema,
  schema,
  schemaWithDates,
  tuple,
} from "./schema.js";
export type { CheckedSchema, SchemaBuilders } from "./schema-builders.js";
export type { ListShape, ObjectShape, Shape } from "./shape.js";
export type { ServerSentEvent, Stream, StreamReader, StreamReading, StreamSource } from "./stream-reader.js";
export { isUnchecked, unchecked } from "./unchecked.js";
