import type { Operation } from "../model/index.js";
import type { MethodChange } from "./change.js";
import { acceptsAll, providesAll, type Sides } from "./compatibility.js";
import { typeText } from "./type-text.js";

/** Compares the errors whose bodies the document describes. */
export function compareErrors(old: Operation, next: Operation, sides: Sides): readonly MethodChange[] {
  const [before, after] = [errorsOf(old), errorsOf(next)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((status): readonly MethodChange[] => {
    const [was, is] = [before.get(status), after.get(status)];
    const name = status === "default" ? "The error for every other status" : `The error ${status}`;
    if (was === undefined && is === undefined) return [];
    if (was === undefined) return [{ kind: "error-added", message: `${name} is now documented.` }];
    if (is === undefined) return [{ kind: "error-removed", message: `${name} is no longer documented.` }];
    const message = `${name} now has the body \`${typeText(is)}\` (was \`${typeText(was)}\`).`;
    if (!providesAll(was, is, sides)) return [{ kind: "error-changed", message }];
    return acceptsAll(was, is, sides) ? [] : [{ kind: "error-narrowed", message }];
  });
}

function errorsOf({ errors }: Operation) {
  return new Map(errors.flatMap(({ status, schema }) => (schema === undefined ? [] : [[status, schema] as const])));
}

/** Compares the response headers of a result. */
export function compareHeaders(old: Operation, next: Operation, sides: Sides): readonly MethodChange[] {
  const [before, after] = [headersOf(old), headersOf(next)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((property): readonly MethodChange[] => {
    const [was, is] = [before.get(property), after.get(property)];
    if (was === undefined) return [{ kind: "header-added", message: `The header \`${property}\` is new.` }];
    if (is === undefined) return [{ kind: "header-removed", message: `The header \`${property}\` was removed.` }];
    const message = `The header \`${property}\` is now \`${typeText(is)}\` (was \`${typeText(was)}\`).`;
    return providesAll(was, is, sides) ? [] : [{ kind: "header-changed", message }];
  });
}

function headersOf({ responseHeaders }: Operation) {
  return new Map(responseHeaders.map(({ property, schema }) => [property, schema]));
}
