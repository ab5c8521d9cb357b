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

/** Verified sender of a notification. */
export interface Sender {
  /** Authentication scheme of the notification. */
  readonly scheme: "OAuth" | "Bearer" | "Basic";
  /** Consumer key or user name. Absent with a bearer token. */
  readonly name?: string;
}

/** Options for verifying senders. At least one of `secretFor`, `bearer` and `basic` is required. */
export interface SenderOptions
  extends Pick<VerifyRequestOptions, "nonceStore" | "tolerance" | "publicUrl" | "trustedProxies" | "now"> {
  /**
   * Returns the secret of a consumer key, for OAuth 1.0a, or `undefined` if the key is not known. Use an exact
   * lookup in a `Map` or a database: a plain object would find the key `__proto__`.
   */
  readonly secretFor?: ((consumerKey: string) => string | undefined | Promise<string | undefined>) | undefined;
  /**
   * Bearer token that marketplaces send, for products with OAuth 2, or a function that returns true for a token that
   * your token endpoint issued and that is still valid. A token does not protect the request: anyone who sees one
   * can send other requests with it.
   */
  readonly bearer?: string | ((token: string) => boolean | Promise<boolean>) | undefined;
  /** User name and password that marketplaces send, for products with HTTP Basic, or a function that checks them. */
  readonly basic?: BasicCredentials | ((username: string, password: string) => boolean | Promise<boolean>) | undefined;
}

/** User name and password. */
export interface BasicCredentials {
  /** User name agreed with the marketplace. */
  readonly username: string;
  /** Password agreed with the marketplace. */
  readonly password: string;
}

/** Notification with a verified sender. */
export interface Notification {
  readonly sender: Sender;
  /** True if a browser sent it: its signature is in the query. */
  readonly isInteractive: boolean;
  /** Query parameters without those of OAuth, decoded, in order, including repeated ones. */
  readonly parameters: ReadonlyArray<readonly [name: string, value: string]>;
}

/** Verifies the sender of a notification. Throws if it must be refused. */
export type SenderCheck = (request: Request | RawRequest, remoteAddress?: string) => Promise<Notification>;

/**
 * Creates the check for a handler's options.
 *
 * @throws TypeError if no authentication scheme is configured, or one is configured with empty credentials
 */
export function createSenderCheck(options: SenderOptions): SenderCheck {
  const { secretFor, bearer, basic } = options;
  if (secretFor === undefined && bearer === undefined && basic === undefined) {
    throw new TypeError("createEventHandler needs secretFor, bearer or basic: without one it would trust anyone");
  }
  if (bearer === "" || (typeof basic === "object" && (basic.username === "" || basic.password === ""))) {
    throw new TypeError("bearer and basic must not be empty");
  }
  return async (request, remoteAddress) => {
    const [authorization, second] = getHeaderValues(listHeaders(request.headers), "authorization");
    if (second !== undefined)
      throw createRefusal("parameter_rejected", "the request has more than one Authorization header");
    if ((authorization?.length ?? 0) > LONGEST)
      throw createRefusal("parameter_rejected", "the Authorization header is too long");
    const token = bearer && parseBearerToken(authorization);
    if (token) return createNotification(request, await checkBearer(token, bearer));
    const credentials = basic && parseBasicCredentials(authorization);
    if (credentials) return createNotification(request, await checkBasic(credentials, basic));
    if (secretFor === undefined)
      throw createRefusal("parameter_absent", "the request does not use an accepted authentication scheme");
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
    throw createRefusal("parameter_rejected", "the request target is too long, or is not a URL in printable ASCII");
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
      : // Both are always compared, so that the duration does not reveal which one was wrong.
        [isSameText(username, known.username), isSameText(password, known.password)].every(Boolean);
  if (!isKnown) throw createRefusal("signature_invalid", "the user name or the password is wrong");
  return { scheme: "Basic", name: username };
}
