import { type Hypothesis, variants } from "./hypothesis.js";

/** The HTTP method (RFC 5849 section 3.4.1.1). */
export const methodHypotheses: readonly Hypothesis[] = [
  {
    code: "method_case",
    component: "method",
    message: "The method was signed in another case. It is signed in upper case (RFC 5849 section 3.4.1.1).",
    alter: (parts, { source, theirs }) => {
      const { method } = parts;
      const theirCase = theirs?.method.toUpperCase() === method ? theirs.method : undefined;
      const capitalized = method.slice(0, 1) + method.slice(1).toLowerCase();
      return variants(parts, "method", [source.method, theirCase, method.toLowerCase(), capitalized]);
    },
  },
  {
    code: "method_overridden",
    component: "method",
    message:
      "Another method was signed: a redirect that made GET of POST, a probe by HEAD, an X-HTTP-Method-Override, or a " +
      "signer that has its method by default. The method that is sent must be the one that is signed.",
    alter: (parts, { source, theirs }) => {
      const overrides = source.header("x-http-method-override");
      const candidates = [...(theirs ? [theirs.method] : []), ...overrides, ...methods].map((name) =>
        name.toUpperCase(),
      );
      return variants(parts, "method", candidates);
    },
  },
];

const methods = ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"];
