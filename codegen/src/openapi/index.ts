export type { AcceptedDocument } from "./accepted-document.js";
export { ClassHierarchy } from "./class-hierarchy.js";
export { nameOf } from "./fields.js";
export { type ItemOperation, operationsOf, placeOfMethod } from "./item-operations.js";
export { isSendable, isStreamed, isToken, type Media, mediaOf } from "./media-type.js";
export {
  camelCase,
  descriptorName,
  isPrototypeName,
  isReservedWord,
  methodFunctions,
  type PublicName,
  splitName,
  typeName,
} from "./names.js";
export { httpMethods, type Kind, objects } from "./objects.js";
export { sentTemplate, templateNames } from "./path-template.js";
export { isPlainReference, readsSiblings } from "./reference-siblings.js";
export { References, referenceIn } from "./references.js";
export { isError, isSuccess, jsonSchema, type Resolve, resultSchema } from "./responses.js";
export {
  dropIgnoredKeywords,
  hasProperty,
  isObject,
  itemsOf,
  propertiesOf,
  schemaAt,
  typesOf,
} from "./schema-contents.js";
export { type Located, type LocatedReference, type Malformation, type Survey, surveyDocument } from "./survey.js";
export type * from "./types.js";
