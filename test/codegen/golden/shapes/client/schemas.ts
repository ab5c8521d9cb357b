// Generated from shapes.yaml. To change it, edit the document and generate again.
import { discriminatedUnion, extensibleObject, type Schema, schema } from "apsdirect/runtime";
import type {
  AQuiteLongNameOfASchemaThatTakesRoom,
  Circle,
  Colour,
  Hostile,
  Mixed,
  Palette,
  Point,
  Polygon,
  Shape,
  TextOrNumbers,
  Titled,
} from "./types.js";
import * as z from "./zod.js";

/** Schema of {@link Shape}. */
export const shapeSchema: Schema<Shape> = /* @__PURE__ */ schema(() =>
  discriminatedUnion("kind", {
    circle: circleSchema,
    polygon: polygonSchema,
  }),
);

/** Schema of {@link Circle}. */
export const circleSchema: Schema<Circle> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    kind: z.literal("circle"),
    radius: z.number().check(z.gt(0)),
    within: z.optional(shapeSchema),
  }),
);

/** Schema of {@link Polygon}. */
export const polygonSchema: Schema<Polygon> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    kind: z.literal("polygon"),
    corners: z.array(pointSchema).check(z.minLength(3), z.maxLength(100)),
  }),
);

/** Schema of {@link Point}. */
export const pointSchema: Schema<Point> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    x: z.number(),
    y: z.number(),
    label: z.optional(z.nullable(z.string().check(z.maxLength(20), z.regex(new RegExp("^[a-z]+\\d*$", "u"))))),
  }),
);

/** Schema of {@link Colour}. */
export const colourSchema: Schema<Colour> = /* @__PURE__ */ schema(() => z.nullable(z.union([z.string(), z.number()])));

/** Schema of {@link Palette}. */
export const paletteSchema: Schema<Palette> = /* @__PURE__ */ schema(() => z.record(z.string(), colourSchema));

/** Schema of {@link Mixed}. */
export const mixedSchema: Schema<Mixed> = /* @__PURE__ */ schema(() =>
  extensibleObject(
    {
      known: z.optional(z.string()),
    },
    z.string(),
  ),
);

/** Schema of {@link Titled}. */
export const titledSchema: Schema<Titled> = /* @__PURE__ */ schema(() =>
  z.intersection(
    pointSchema,
    z.looseObject({
      title: z.optional(z.string()),
    }),
  ),
);

/** Schema of {@link TextOrNumbers}. */
export const textOrNumbersSchema: Schema<TextOrNumbers> = /* @__PURE__ */ schema(() =>
  z.union([z.string(), z.array(z.int().check(z.multipleOf(5)))]),
);

/** Schema of {@link AQuiteLongNameOfASchemaThatTakesRoom}. */
export const aQuiteLongNameOfASchemaThatTakesRoomSchema: Schema<AQuiteLongNameOfASchemaThatTakesRoom> =
  /* @__PURE__ */ schema(() =>
    z.looseObject({
      "not-an-identifier": z.optional(z.boolean()),
      class: z.optional(z.boolean()),
      ["__proto__"]: z.optional(z.string()),
      anything: z.optional(z.unknown()),
      nothing: z.optional(z.never()),
      nested: z.optional(
        z.looseObject({
          deep: z.array(
            z.looseObject({
              choice: z.optional(z.string()),
            }),
          ),
        }),
      ),
    }),
  );

/** Schema of {@link Hostile}. */
export const hostileSchema: Schema<Hostile> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    "\"; process.exit(1); \"": z.optional(z.string()),
    "a\nb": z.optional(z.string()),
  }),
);
