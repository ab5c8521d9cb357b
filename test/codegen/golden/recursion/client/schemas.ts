// Generated from recursion.yaml. To change it, edit the document and generate again.
import { discriminatedUnion, file, type Schema, schema, tuple } from "apsdirect/runtime";
import type {
  Array,
  Bicycle,
  Blob,
  Call,
  Car,
  Comparison,
  Condition,
  Date,
  Expression,
  Globals,
  JsonValue,
  Literal,
  Negation,
  Node,
  Operator,
  Outline,
  Promise,
  Record,
  Response,
  Tree,
  Vehicle,
} from "./types.js";
import * as z from "./zod.js";

/** Schema of {@link JsonValue}. */
export const jsonValueSchema: Schema<JsonValue> = /* @__PURE__ */ schema(() =>
  z.nullable(
    z.union([z.boolean(), z.number(), z.string(), z.array(jsonValueSchema), z.record(z.string(), jsonValueSchema)]),
  ),
);

/** Schema of {@link Tree}. */
export const treeSchema: Schema<Tree> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    label: z.string(),
    children: z.array(z.nullable(treeSchema)),
    parent: z.optional(z.nullable(treeSchema)),
    visible: z.optional(z.boolean()),
  }),
);

/** Schema of {@link Expression}. */
export const expressionSchema: Schema<Expression> = /* @__PURE__ */ schema(() =>
  discriminatedUnion("kind", {
    literal: literalSchema,
    operator: operatorSchema,
  }),
);

/** Schema of {@link Literal}. */
export const literalSchema: Schema<Literal> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    kind: z.literal("literal"),
    value: z.number(),
  }),
);

/** Schema of {@link Operator}. */
export const operatorSchema: Schema<Operator> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    kind: z.literal("operator"),
    operands: z.array(expressionSchema),
    condition: z.optional(conditionSchema),
  }),
);

/** Schema of {@link Condition}. */
export const conditionSchema: Schema<Condition> = /* @__PURE__ */ schema(() =>
  discriminatedUnion("is", {
    comparison: comparisonSchema,
    negation: negationSchema,
  }),
);

/** Schema of {@link Comparison}. */
export const comparisonSchema: Schema<Comparison> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    is: z.literal("comparison"),
    left: expressionSchema,
  }),
);

/** Schema of {@link Negation}. */
export const negationSchema: Schema<Negation> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    is: z.literal("negation"),
    of: conditionSchema,
  }),
);

/** Schema of {@link Node}. */
export const nodeSchema: Schema<Node> = /* @__PURE__ */ schema(() =>
  z.intersection(
    z.looseObject({
      name: z.string(),
    }),
    z.looseObject({
      next: z.nullable(nodeSchema),
    }),
  ),
);

/** Schema of {@link Vehicle}. */
export const vehicleSchema: Schema<Vehicle> = /* @__PURE__ */ schema(() =>
  z.intersection(
    z.looseObject({
      wheels: z.int(),
      kind: z.optional(z.string()),
    }),
    discriminatedUnion("kind", {
      car: carSchema,
      bicycle: bicycleSchema,
    }),
  ),
);

/** Schema of {@link Car}. */
export const carSchema: Schema<Car> = /* @__PURE__ */ schema(() =>
  z.intersection(
    z.looseObject({
      wheels: z.int(),
      kind: z.string(),
    }),
    z.looseObject({
      kind: z.literal("car"),
      doors: z.int(),
    }),
  ),
);

/** Schema of {@link Bicycle}. */
export const bicycleSchema: Schema<Bicycle> = /* @__PURE__ */ schema(() =>
  z.intersection(
    z.looseObject({
      kind: z.literal("bicycle"),
      hasBell: z.optional(z.boolean()),
    }),
    z.looseObject({
      wheels: z.int(),
      kind: z.string(),
    }),
  ),
);

/** Schema of {@link Record}. */
export const recordSchema: Schema<Record> = /* @__PURE__ */ schema(() => z.record(z.string(), recordSchema));

/** Schema of {@link Blob}. */
export const blobSchema: Schema<Blob> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    size: z.string(),
    content: z.optional(file()),
  }),
);

/** Schema of {@link Response}. */
export const responseSchema: Schema<Response> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    next: z.optional(responseSchema),
  }),
);

/** Schema of {@link Call}. */
export const callSchema: Schema<Call> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    caller: z.optional(callSchema),
  }),
);

/** Schema of {@link Date}. */
export const dateSchema: Schema<Date> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    year: z.int(),
  }),
);

/** Schema of {@link Array}. */
export const arraySchema: Schema<Array> = /* @__PURE__ */ schema(() => z.array(arraySchema));

/** Schema of {@link Outline}. */
export const outlineSchema: Schema<Outline> = /* @__PURE__ */ schema(() =>
  z.union([z.string(), tuple([z.string(), z.array(outlineSchema)]).check(z.minLength(1))]),
);

/** Schema of {@link Promise}. */
export const promiseSchema: Schema<Promise> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    kept: z.boolean(),
  }),
);

/** Schema of {@link Globals}. */
export const globalsSchema: Schema<Globals> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    record: z.optional(recordSchema),
    blob: z.optional(blobSchema),
    response: z.optional(responseSchema),
    call: z.optional(callSchema),
    date: z.optional(dateSchema),
    array: z.optional(arraySchema),
    outline: z.optional(outlineSchema),
    promise: z.optional(promiseSchema),
    vehicle: z.optional(vehicleSchema),
  }),
);
