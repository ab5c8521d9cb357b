// Generated from xml.yaml. To change it, edit the document and generate again.
import type { ObjectShape } from "apsdirect/runtime";

/** Shape of `Parcel`. */
const parcelShape: ObjectShape = {
  attributes: ["tracking-id"],
  members: {
    "tracking-id": "text",
    size: {
      members: {
        height: "number",
        unit: "text",
      },
    },
    contains: { item: "unknown", itemName: "contains" },
  },
};

/** Shape of `Address`. */
const addressShape: ObjectShape = {
  members: {
    street: "text",
    parcel: parcelShape,
  },
};

/** Shape of `Notice`. */
export const noticeShape: ObjectShape = {
  elementName: "notice",
  discriminator: { property: "kind", values: ["ship", "delay"] },
  attributes: ["sent"],
  members: {
    sent: "text",
    address: addressShape,
    labels: "map",
    anything: "unknown",
    kind: "text",
    parcels: { item: parcelShape, itemName: "parcel", isEmptyByDefault: true },
    days: "number",
    isFinal: "boolean",
    reason: "unknown",
    note: { item: "text", itemName: "note" },
  },
};
