/** What generated clients run on, and what their users need beside them. */
export type { AttemptInfo, CallInfo, Fetch, Hooks, Logger, ResponseInfo, RetryInfo, Safety } from "../http/index.js";
// Each from its own file: what verifies and explains signatures is not loaded with a client that signs.
export type { Credentials, CredentialsSource } from "../oauth1/credentials.js";
export { type ApiKey, apiKeySigner, basicSigner, bearerSigner, type SecretSource } from "../oauth1/plain-signers.js";
export { oauth1Signer, type Signer } from "../oauth1/signer.js";
export type { Implementing, RqlClauses, RqlExpression, RqlOperators, RqlQuery, Selected } from "../rql/index.js";
export { Api } from "./api.js";
export { type Call, type CallResponse, callOf } from "./call.js";
export { type Address, ClientCore, type PlatformTraits, type Route, type Routing } from "./client-core.js";
export { type DocumentedError, documentedError } from "./documented-error.js";
export { withEnvironment } from "./environment.js";
export { errorBody } from "./error-body.js";
export type { List, Page } from "./list.js";
export { type OAuth2ClientCredentials, oauth2ClientCredentialsSigner } from "./oauth2-signer.js";
export {
  type ApiDescriptor,
  CONTRACT,
  type DocumentedHeader,
  type HeaderForm,
  type Identity,
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
export { OperationGroup } from "./operation-group.js";
export type { CallOptions, ClientOptions, ListOptions, ValidationOptions } from "./options.js";
export { type PagedCall, pagedCall } from "./paged-call.js";
export type { PagedOperation, Paging } from "./paging.js";
export type { BinaryBody } from "./request-body.js";
export { rqlList } from "./rql-list.js";
export {
  dateTime,
  discriminatedUnion,
  extensibleObject,
  file,
  intersectionWithDates,
  patternedObject,
  type Schema,
  schema,
  schemaWithDates,
  tuple,
} from "./schema.js";
export type { CheckedSchema, SchemaBuilders } from "./schema-builders.js";
export { serverUrl } from "./server-url.js";
export { itemStream, type Stream, type StreamReader, type StreamReading } from "./stream/item-stream.js";
export { unchecked } from "./unchecked.js";
