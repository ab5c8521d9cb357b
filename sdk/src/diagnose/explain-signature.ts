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

/** What {@link explainSignature} knows beside the request. */
export interface ExplainSignatureOptions {
  /**
   * What the other side says: the base string or the signature it computed, or its answer with an `oauth_problem`.
   * @defaultValue the signature in the request
   */
  readonly expected?: string | undefined;
  /**
   * The address by which the other side knows the server, as {@link verifyRequest} takes it. Needed for a target without
   * a host. @defaultValue the URL of the request
   */
  readonly publicUrl?: string | URL | undefined;
  /** Method of a request that names none. For RSA-SHA1 the name is enough. @defaultValue `"HMAC-SHA1"` */
  readonly signatureMethod?: SignatureMethod | SignatureMethodName | undefined;
  /** Clock, in milliseconds since 1970. @defaultValue `Date.now` */
  readonly now?: (() => number) | undefined;
  /** Nonce of a request that has none. @defaultValue 30 random hexadecimal digits */
  readonly nonce?: (() => string) | undefined;
}

/**
 * Says what a signature covers, and why another side computes another one: each known mistake of signers and proxies is
 * tried, and where the result is to the character that of the other side, that is proof.
 *
 * It takes milliseconds, and a second or so where a request has thousands of parameters: it is for finding a mistake, and
 * not for every refusal of a server. A request without a signature is explained as it would be signed. The secret is in
 * no part of the result.
 *
 * @param request As {@link verifyRequest} takes it. Of a `Request`, a form body cannot be read at once: give its text.
 * @throws TypeError when the request cannot be read, a credential is missing, or `expected` is not recognized
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
  return described(clues, expected, compare(clues, expected, now()), now());
}

interface Comparison {
  readonly verdict: SignatureExplanation["verdict"];
  readonly causes: readonly SignatureCause[];
  readonly theirBaseString: string | undefined;
}

/** Compares with all that is known of the other side. What is proved comes first, what is guessed last. */
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
    verdict: verdictOf(isOtherBase || isOtherSignature, baseString ?? theirs),
    causes: [...differences.filter((cause) => !isGuess(cause)), ...facts, ...differences.filter(isGuess)],
    theirBaseString: baseString?.text ?? finding.baseString,
  };
}

function verdictOf(isOther: boolean, compared: unknown): SignatureExplanation["verdict"] {
  if (isOther) return "wrong";
  return compared === undefined ? "unknown" : "right";
}

/** Puts together what may be shown: all that came from outside goes through redaction. */
function described(
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
    parameters: shownParameters(clues, redact),
    baseString: redact(baseString),
    theirBaseString: theirBaseString === undefined ? undefined : redact(theirBaseString),
    signatureMethod,
    key: maskKey(source.credentials),
    computed: isComputed(signatureMethod) ? redact(signParts(parts, baseString)) : undefined,
    found: found && isComputed(signatureMethod) ? maskSignature(found, redact) : undefined,
    clock: readClock(clues, now),
    difference: theirs && compareBaseStrings(baseString, theirs, redact),
    causes: causes.map((cause) => shownCause(cause, redact)),
    ruledOut: verdict === "wrong" ? tried.filter((code) => !codes.has(code)) : [],
  };
  return { ...explanation, text: formatExplanation(explanation) };
}

/** PLAINTEXT would show the secret, and RSA-SHA1 needs a key that only the sender has. */
function isComputed(method: SignatureMethodName): boolean {
  return method === "HMAC-SHA1" || method === "HMAC-SHA256";
}

function shownParameters({ parts }: Clues, redact: Redact): readonly SignedParameter[] {
  return normalize(parts).map(({ parameter: { name, value, from }, ...encoded }) => ({
    name: redact(name),
    value: redact(value),
    encoded: redact(`${encoded.name}=${encoded.value}`),
    from,
  }));
}

function shownCause({ ours, theirs, ...cause }: SignatureCause, redact: Redact): SignatureCause {
  return {
    ...cause,
    ...(ours === undefined ? {} : { ours: redact(ours) }),
    ...(theirs === undefined ? {} : { theirs: redact(theirs) }),
  };
}
