import type { RawRequest } from "../oauth1/encoding/index.js";
import { createNonce, getMethodName, type SignatureMethod, type SignatureMethodName } from "../oauth1/sign/index.js";
import type { Credentials } from "../oauth1/signers/index.js";
import { describeAddressChanges } from "./address-changes.js";
import type { SignatureCause } from "./cause.js";
import { compareBaseStrings } from "./difference.js";
import { type Expected, readExpected } from "./expected.js";
import type { Clues } from "./explained-request.js";
import type { SignatureExplanation, SignedParameter } from "./explanation.js";
import { formatExplanation } from "./explanation-text.js";
import { collectFacts, readClock } from "./facts.js";
import { findBaseStringCauses, findSignatureCause, type SignatureFinding } from "./find-causes.js";
import { hypotheses } from "./hypotheses.js";
import { readRequest } from "./read-request.js";
import { createRedactor, maskKey, maskSignature, type Redact } from "./redaction.js";
import { buildBaseStringOfParts, joinBaseUri, normalize, signParts } from "./signature-parts.js";

/** Options for {@link explainSignature}. */
export interface ExplainSignatureOptions {
  /**
   * Base string or signature that the other side computed, or its response with an `oauth_problem`.
   * @defaultValue the signature in the request
   */
  readonly expected?: string | undefined;
  /**
   * Public URL of the server, as in {@link verifyRequest}. Required for a request target without a host.
   * @defaultValue the URL of the request
   */
  readonly publicUrl?: string | URL | undefined;
  /** Signature method if the request does not name one. For RSA-SHA1, pass the name. @defaultValue `"HMAC-SHA1"` */
  readonly signatureMethod?: SignatureMethod | SignatureMethodName | undefined;
  /** Clock, in milliseconds since 1970. @defaultValue `Date.now` */
  readonly now?: (() => number) | undefined;
  /** Returns the nonce for a request without one. @defaultValue 30 random hexadecimal digits */
  readonly nonce?: (() => string) | undefined;
}

/**
 * Explains what a signature covers, and why the other side computes a different one. Tries every known mistake of
 * signers and proxies: a mistake that reproduces the other side's result exactly is proved.
 *
 * This takes milliseconds, or about a second for a request with thousands of parameters. Use it to find a mistake,
 * not for every request that a server refuses. A request without a signature is explained as it would be signed. The
 * result never contains the secret.
 *
 * @param request Request, as in {@link verifyRequest}. The form body of a `Request` cannot be read synchronously: pass
 * its text instead.
 * @throws TypeError if the request cannot be read, a credential is missing, or `expected` is not recognized
 */
export function explainSignature(
  request: Request | RawRequest,
  credentials: Credentials,
  options: ExplainSignatureOptions = {},
): SignatureExplanation {
  const { now = Date.now, nonce = createNonce, publicUrl } = options;
  const signatureMethod = getMethodName(options.signatureMethod ?? "HMAC-SHA1");
  if (signatureMethod === undefined) throw new TypeError("signatureMethod is not a known method");
  const read = readRequest(request, credentials, { publicUrl, signatureMethod, now, nonce });
  const expected = readExpected(options.expected, read.signatureMethod === "PLAINTEXT");
  const clues: Clues = { ...read, theirs: expected.baseString };
  return describe(clues, expected, compare(clues, expected, now()), now());
}

interface Comparison {
  readonly verdict: SignatureExplanation["verdict"];
  readonly causes: readonly SignatureCause[];
  readonly theirBaseString: string | undefined;
}

/** Compares the request with all information from the other side. Proved causes come first, guesses last. */
function compare(clues: Clues, { baseString, signature, problem }: Expected, now: number): Comparison {
  const ours = buildBaseStringOfParts(clues.parts);
  const isRsa = clues.signatureMethod === "RSA-SHA1";
  const theirs = isRsa ? undefined : (signature ?? (clues.found || undefined));
  const isOtherBase = baseString !== undefined && baseString.text !== ours;
  const isOtherSignature = theirs !== undefined && theirs !== signParts(clues.parts, ours);
  const finding: SignatureFinding = isOtherSignature ? findSignatureCause(clues, theirs) : { causes: [] };
  const differences = [...(isOtherBase ? findBaseStringCauses(clues, baseString) : []), ...finding.causes];
  const facts = [...(problem ? [problem] : []), ...collectFacts(clues, now)];
  const isGuess = ({ evidence }: SignatureCause): boolean => evidence === "guess";
  return {
    verdict: selectVerdict(isOtherBase || isOtherSignature, baseString ?? theirs),
    causes: [...differences.filter((cause) => !isGuess(cause)), ...facts, ...differences.filter(isGuess)],
    theirBaseString: baseString?.text ?? finding.baseString,
  };
}

function selectVerdict(isOther: boolean, compared: unknown): SignatureExplanation["verdict"] {
  if (isOther) return "wrong";
  return compared === undefined ? "unknown" : "right";
}

/** Creates the explanation. Redacts all text that came from outside. */
function describe(
  clues: Clues,
  { baseString: theirs }: Expected,
  { verdict, causes, theirBaseString }: Comparison,
  now: number,
): SignatureExplanation {
  const { parts, source, found, signatureMethod } = clues;
  const redact = createRedactor(source.credentials);
  const baseString = buildBaseStringOfParts(parts);
  const codes = new Set(causes.map(({ code }) => code));
  const tried = [...new Set(hypotheses.map(({ code }) => code))];
  const explanation = {
    verdict,
    method: redact(parts.method),
    baseUri: redact(joinBaseUri(parts)),
    baseUriChanges: describeAddressChanges(clues),
    parameters: describeParameters(clues, redact),
    baseString: redact(baseString),
    theirBaseString: theirBaseString === undefined ? undefined : redact(theirBaseString),
    signatureMethod,
    key: maskKey(source.credentials),
    computed: isComputed(signatureMethod) ? redact(signParts(parts, baseString)) : undefined,
    found: found && isComputed(signatureMethod) ? maskSignature(found, redact) : undefined,
    clock: readClock(clues, now),
    difference: theirs && compareBaseStrings(baseString, theirs, redact),
    causes: causes.map((cause) => redactCause(cause, redact)),
    ruledOut: verdict === "wrong" ? tried.filter((code) => !codes.has(code)) : [],
  };
  return { ...explanation, text: formatExplanation(explanation) };
}

/**
 * Returns true if the signature can be shown. PLAINTEXT is the secret, and RSA-SHA1 needs a key that only the sender
 * has.
 */
function isComputed(method: SignatureMethodName): boolean {
  return method === "HMAC-SHA1" || method === "HMAC-SHA256";
}

function describeParameters({ parts }: Clues, redact: Redact): readonly SignedParameter[] {
  return normalize(parts).map(({ parameter: { name, value, from }, ...encoded }) => ({
    name: redact(name),
    value: redact(value),
    encoded: redact(`${encoded.name}=${encoded.value}`),
    from,
  }));
}

function redactCause({ ours, theirs, ...cause }: SignatureCause, redact: Redact): SignatureCause {
  return {
    ...cause,
    ...(ours === undefined ? {} : { ours: redact(ours) }),
    ...(theirs === undefined ? {} : { theirs: redact(theirs) }),
  };
}
