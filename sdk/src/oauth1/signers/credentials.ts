/** Consumer key and secret. Both are used unchanged, including white space. */
export interface Credentials {
  /** Consumer key. Sent with every request. */
  readonly consumerKey: string;
  /** Consumer secret, shared with the platform. Never sent, except by PLAINTEXT. Pass `""` for RSA-SHA1. */
  readonly consumerSecret: string;
}

/**
 * Credentials, or a function that returns them. The function is called for each signature, so a rotated secret takes
 * effect. After a 401 it is called with `forceRefresh`, and should then not use a cache. If it returns different
 * credentials, the call is repeated once.
 */
export type CredentialsSource =
  | Credentials
  | ((options: { readonly forceRefresh: boolean }) => Credentials | Promise<Credentials>);
