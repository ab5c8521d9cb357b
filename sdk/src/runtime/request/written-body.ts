import type { RequestContent } from "../../http/body/index.js";

/** Request body in the form in which it is sent. */
export interface WrittenBody {
  readonly content: RequestContent;
  /** Absent for multipart bodies: the runtime sets the header, because only it knows the boundary. */
  readonly contentType?: string;
}
