/** What generated clients run on, and what their users need beside them. */

export type { Fetch } from "../http/fetch.js";
export type { AttemptInfo, CallInfo, Hooks, Logger, ResponseInfo, RetryInfo } from "../http/hooks/index.js";
export type { Safety } from "../http/safety.js";
export { oauth1Signer } from "../oauth1/sign/index.js";
export {
  type ApiKey,
  apiKeySigner,
  basicSigner,
  bearerSigner,
  type Credentials,
  type CredentialsSource,
  type SecretSource,
  type Signer,
} from "../oauth1/signers/index.js";
export type { Implementing, RqlClauses, RqlExpression, RqlOperators, RqlQuery, Selected } from "../rql/index.js";
export {
  Api,
  ClientCore,
  type ClientOptions,
  type OAuth2ClientCredentials,
  OperationGroup,
  oauth2ClientCredentialsSigner,
  type PlatformTraits,
  type Route,
  type Routing,
  withEnvironment,
} from "./client/index.js";
export {
  type List,
  type Page,
  type PagedCall,
  type PagedOperation,
  type Paging,
  pagedCall,
  rqlList,
} from "./paging/index.js";
export type { CallOptions, ListOptions, ValidationOptions } from "./request/call-options.js";
export { type Address, type BinaryBody, serverUrl } from "./request/index.js";
export {
  type Call,
  type CallResponse,
  createCall,
  type DocumentedError,
  documentedError,
  errorBody,
  itemStream,
} from "./response/index.js";
export {
  type ApiDescriptor,
  type CheckedSchema,
  CONTRACT,
  type DocumentedHeader,
  dateTime,
  discriminatedUnion,
  extensibleObject,
  file,
  type HeaderForm,
  type Identity,
  intersectionWithDates,
  type ListShape,
  type ObjectShape,
  type Operation,
  type OperationParameter,
  type OptionParameter,
  type ParameterForm,
  type ParameterStyle,
  type PartEncoding,
  type PathParameter,
  type PropertyPath,
  patternedObject,
  type RequestBody,
  type ResponseDescription,
  type Schema,
  type SchemaBuilders,
  type SecurityDescription,
  type ServerDescription,
  type ServerVariable,
  type Shape,
  type Stream,
  type StreamReader,
  type StreamReading,
  schema,
  schemaWithDates,
  tuple,
  unchecked,
} from "./schema/index.js";
// Each from its own file: what verifies and explains signatures is not loaded with a client that signs.
