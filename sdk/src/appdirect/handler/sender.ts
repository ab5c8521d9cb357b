import {
  getHeaderValues,
  LONGEST,
  listHeaders,
  parsePairs,
  type RawRequest,
  splitTarget,
} from "../../oauth1/encoding/index.js";
import {
  createRefusal,
  isSameText,
  parseBasicCredentials,
  parseBearerToken,
  type VerifyRequestOptions,
  verifyRequest,
} from "../../oauth1/verify/index.js";

/** Who sent a notification, once it is proven. */
export interface Sender {
  /** How the sender proved who it is. */
  readonly scheme: "OAuth" | "Bearer" | "Basic";
  /** The consumer key, or the user name. Absent with a bearer token. */
  readonly name?: string;
}

/** How senders of notifications prove who they are: at least one of `secretFor`, `bearer` and `basic`. */
export interface SenderOptions
  extends Pick<VerifyRequestOptions, "nonceStore" | "tolerance" | "publicUrl" | "trustedProxies" | "now"> {
  /**
   * For OAuth 1.0a: the secret of a consumer key, `undefined` for one that is not known. Look it up exactly, in a `Map`
   * or a database: a plain object would know the key `__proto__`.
   */
  readonly secretFor?: ((consumerKey: string) => string | undefined | Promise<string | undefined>) | undefined;
  /**
   * For products with OAuth 2: the bearer token that marketplaces send, or a function that says whether a token is one
   * that your token endpoint gave out and that is still good. A token proves nothing about the request: whoever sees one
   * can send another.
   */
  readonly bearer?: string | ((token: string) => boolean | Promise<boolean>) | undefined;
  /** For products with HTTP Basic: user name and password that marketplaces send, or a function that knows them. */
  readonly basic?: BasicCredentials | ((username: string, password: string) => boolean | Promise<boolean>) | undefined;
}

/** A user name and its password. */
export interface BasicCredentials {
  /** As it was agreed with the marketplace. */
  readonly username: string;
  /** As it was agreed with the marketplace. */
  readonly password: string;
}

/** A notification whose sender is proven. */
export interface Notification {
  readonly sender: Sender;
  /** Whether a browser brought it: then its signature is in the query. */
  readonly isInteractive: boolean;
  /** Its own query parameters, decoded, in order, repeats kept. */
  readonly parameters: ReadonlyArray<readonly [name: string, value: string]>;
}

/** Proves who sent a notification, or refuses it. */
export type SenderCheck = (request: Request | RawRequest, remoteAddress?: string) => Promise<Notification>;

/**
 * Makes the check of a handler's options.
 *
 * @throws TypeError where no way is given by which a sender could prove itself, or a given one cannot work
 */
export function createSenderCheck(options: SenderOptions): SenderCheck {
  const { secretFor, bearer, basic } = options;
  if (secretFor === undefined && bearer === undefined && basic === undefined) {
    throw new TypeError("createEventHandler needs secretFor, or bearer or basic: without them it would trust anyone");
  }
  if (bearer === "" || (typeof basic === "object" && (basic.username === "" || basic.password === ""))) {
    throw new TypeError("bearer and basic must not be empty");
  }
  return async (request, remoteAddress) => {
    const [authorization, second] = getHeaderValues(listHeaders(request.headers), "authorization");
    if (second !== undefined) throw createRefusal("parameter_rejected", "there are two Authorization headers");
    if ((authorization?.length ?? 0) > LONGEST)
      throw createRefusal("parameter_rejected", "the Authorization header is too long");
    const token = bearer && parseBearerToken(authorization);
    if (token) return createNotification(request, await checkBearer(token, bearer));
    const given = basic && parseBasicCredentials(authorization);
    if (given) return createNotification(request, await checkBasic(given, basic));
    if (secretFor === undefined)
      throw createRefusal("parameter_absent", "it proves nothing by a scheme that is accepted here");
    return verifySigned(request, { ...options, secretFor, remoteAddress });
  };
}

async function verifySigned(request: Request | RawRequest, options: VerifyRequestOptions): Promise<Notification> {
  const { consumerKey, placement, parameters } = await verifyRequest(request, options);
  return { sender: { scheme: "OAuth", name: consumerKey }, isInteractive: placement === "query", parameters };
}

function createNotification({ url }: { readonly url: string }, sender: Sender): Notification {
  const target = splitTarget(url);
  if (target === undefined)
    throw createRefusal("parameter_rejected", "the target is too long, or no URL in printable ASCII");
  return { sender, isInteractive: false, parameters: parsePairs(target.query) };
}

async function checkBearer(token: string, known: string | ((token: string) => unknown)): Promise<Sender> {
  const isKnown = typeof known === "string" ? isSameText(token, known) : (await known(token)) === true;
  if (!isKnown) throw createRefusal("signature_invalid", "the bearer token is not known");
  return { scheme: "Bearer" };
}

async function checkBasic(
  { username, password }: BasicCredentials,
  known: NonNullable<SenderOptions["basic"]>,
): Promise<Sender> {
  const isKnown =
    typeof known === "function"
      ? (await known(username, password)) === true
      : // Both are compared, so that the time does not tell which of them was wrong.
        [isSameText(username, known.username), isSameText(password, known.password)].every(Boolean);
  if (!isKnown) throw createRefusal("signature_invalid", "user name or password are not known");
  return { scheme: "Basic", name: username };
}
