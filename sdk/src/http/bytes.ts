/** `Uint8Array<ArrayBuffer>`, as declarations must say it for compilers older than 5.7, to which it is not generic. */
export type Bytes = Uint8Array & { readonly buffer: ArrayBuffer };
