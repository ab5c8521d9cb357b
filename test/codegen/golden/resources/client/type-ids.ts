// Generated from resources.yaml. To change it, edit the document and generate again.
import { type Schema, schema } from "apsdirect/runtime";
import { implementingSchema, installationSchema, paintingSchema, sculptureSchema, typesByIdSchema } from "./schemas.js";
import type { Implementing, Installation, Painting, Sculpture, TypesById } from "./types.js";
import * as z from "./zod.js";

/** Types by their ids in `implementing(…)`: with a full version, a major version, or none. */
export interface TypesById2 {
  "https://museum.example/types/painting/2.1": Painting;
  "https://museum.example/types/painting/2": Painting;
  "https://museum.example/types/painting": Painting;
  "https://museum.example/types/work-of-art-that-takes-room-so-that-several-are-too-long/1.0": Sculpture;
  "https://museum.example/types/work-of-art-that-takes-room-so-that-several-are-too-long/1": Sculpture | Installation;
  "https://museum.example/types/work-of-art-that-takes-room-so-that-several-are-too-long": Sculpture | Installation;
  "https://museum.example/types/sculpture/1": Sculpture;
  "https://museum.example/types/sculpture": Sculpture;
  "https://museum.example/types/work-of-art-that-takes-room-so-that-several-are-too-long/1.1": Installation;
  ["__proto__"]: TypesById;
  constructor: TypesById;
  plain: TypesById;
  "*/ \"quoted\" \\ \u2028 ${x}": TypesById;
  "1": TypesById;
  "https://museum.example/types/tool": Implementing;
}

/** Schemas by type id, used to validate the items of a list. */
export const schemasById: Readonly<Record<string, Schema<unknown>>> = {
  "https://museum.example/types/painting/2.1": paintingSchema,
  "https://museum.example/types/painting/2": paintingSchema,
  "https://museum.example/types/painting": paintingSchema,
  "https://museum.example/types/work-of-art-that-takes-room-so-that-several-are-too-long/1.0": sculptureSchema,
  "https://museum.example/types/work-of-art-that-takes-room-so-that-several-are-too-long/1":
    /* @__PURE__ */ schema(() => z.union([sculptureSchema, installationSchema])),
  "https://museum.example/types/work-of-art-that-takes-room-so-that-several-are-too-long": /* @__PURE__ */ schema(() =>
    z.union([sculptureSchema, installationSchema]),
  ),
  "https://museum.example/types/sculpture/1": sculptureSchema,
  "https://museum.example/types/sculpture": sculptureSchema,
  "https://museum.example/types/work-of-art-that-takes-room-so-that-several-are-too-long/1.1": installationSchema,
  ["__proto__"]: typesByIdSchema,
  constructor: typesByIdSchema,
  plain: typesByIdSchema,
  "*/ \"quoted\" \\ \u2028 ${x}": typesByIdSchema,
  "1": typesByIdSchema,
  "https://museum.example/types/tool": implementingSchema,
};
