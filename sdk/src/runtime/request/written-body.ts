import type { RequestContent } from "../../http/body/index.js";

/** A body as it is sent. */
export interface WrittenBody {
  readonly content: RequestContent;
  /** Absent where the platform writes it: only that knows the boundary of a multipart body. */
  readonly contentType?: string;
}
