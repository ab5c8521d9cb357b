// Generated from bodies.yaml. To change it, edit the document and generate again.
import { type BinaryBody, type Call, type CallOptions, OperationGroup } from "apsdirect/runtime";
import { patchThing, readBytes, sendBytes, sendForm, sendParts, sendText } from "../operations/bodies.js";
import type { Form, Thing, Upload } from "../types.js";

/** What is sent and what comes back. */
export class Bodies extends OperationGroup {
  /**
   * `PATCH /patch`
   *
   * @throws ApiError 409: In conflict with what is there.
   */
  patch(body: Thing, options?: CallOptions): Call<Thing> {
    return this.core.call(patchThing, { body }, options);
  }

  /** `POST /form` */
  form(body: Form, options?: CallOptions): Call<undefined> {
    return this.core.call(sendForm, { body }, options);
  }

  /** `POST /multipart` */
  parts(body: Upload, options?: CallOptions): Call<undefined> {
    return this.core.call(sendParts, { body }, options);
  }

  /** `GET /bytes` */
  read(options?: CallOptions): Call<Blob | Thing | undefined> {
    return this.core.call(readBytes, {}, options);
  }

  /** `PUT /bytes` */
  send(bytes: BinaryBody, options?: CallOptions): Call<undefined> {
    return this.core.call(sendBytes, { body: bytes }, options);
  }

  /** `POST /text` */
  text(text?: string, options?: CallOptions): Call<string> {
    return this.core.call(sendText, { body: text }, options);
  }
}
