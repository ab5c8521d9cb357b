export { pointerPath, pointerTo } from "./pointer.js";
export { present } from "./present.js";
export { describe, inline, maskUserInfo, maskUserInfoInPlace, quote } from "./quotation.js";
export { isJsonObject, type JsonObject, type JsonPath, type JsonValue, valueAt } from "./value.js";
