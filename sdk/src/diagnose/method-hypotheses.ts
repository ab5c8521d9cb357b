import { type Hypothesis, variants } from "./hypothesis.js";

/** Hypotheses about the HTTP method (RFC 5849 section 3.4.1.1). */
export const methodHypotheses: readonly Hypothesis[] = [
  {
    code: "method_case",
    component: "method",
    message: "The method was signed in another case. Sign it in upper case (RFC 5849 section 3.4.1.1).",
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
      "Another method was signed. Possible reasons are a redirect that turned POST into GET, a HEAD probe, an " +
      "X-HTTP-Method-Override header, or the signer's default method. Sign the method that is sent.",
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
