/** Who signs. Both are used as they are, white space included. */
export interface Credentials {
  /** Sent with every request. */
  readonly consumerKey: string;
  /** Shared with the platform, and never sent (but by PLAINTEXT). RSA-SHA1 does without it: give `""`. */
  readonly consumerSecret: string;
}

/**
 * Credentials, or where to ask for them: asked once per signature, so that a rotated secret is taken up. After a 401 it
 * is asked with `forceRefresh`, and the call is repeated once if it then gives others: one that keeps what it has read
 * should read it again.
 */
export type CredentialsSource =
  | Credentials
  | ((options: { readonly forceRefresh: boolean }) => Credentials | Promise<Credentials>);
