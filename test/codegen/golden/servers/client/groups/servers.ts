// Generated from servers.yaml. To change it, edit the document and generate again.
import { type Call, type CallOptions, OperationGroup } from "apsdirect/runtime";
import { download, ping, upload } from "../operations/servers.js";

/** Options for `servers.download`. */
export interface DownloadOptions extends CallOptions {
  baseUrlParam?: string | undefined;
}

/** Something to call. */
export class Servers extends OperationGroup {
  /** `GET /ping` */
  ping(options?: CallOptions): Call<undefined> {
    return this.core.call(ping, {}, options);
  }

  /**
   * `GET /files`
   *
   * Served by `https://cdn.example.test`: pass that URL as `baseUrl`.
   */
  download(options?: DownloadOptions): Call<undefined> {
    return this.core.call(download, {}, options);
  }

  /**
   * `POST /files`
   *
   * Served by `https://files.example.test/{version}`: pass that URL as `baseUrl`.
   */
  upload(options?: CallOptions): Call<undefined> {
    return this.core.call(upload, {}, options);
  }
}
