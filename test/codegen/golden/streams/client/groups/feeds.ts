// Generated from streams.yaml. To change it, edit the document and generate again.
import { type Call, type CallOptions, OperationGroup, type Stream } from "apsdirect/runtime";
import { ask, askStream, listen, readSequence, watchNotices, watchPrices } from "../operations/feeds.js";
import type { Answer, AnswerPart, AskBody, Notice, Price } from "../types.js";

/** Options for `feeds.watchPrices`. */
export interface WatchPricesOptions extends CallOptions {
  symbol: string;
}

/** What comes piece by piece. */
export class Feeds extends OperationGroup {
  /**
   * Prices as they change.
   *
   * `GET /prices`
   */
  watchPrices(options: WatchPricesOptions): Call<Stream<Price>> {
    return this.core.call(watchPrices, {}, options);
  }

  /** `GET /sequence` */
  readSequence(options?: CallOptions): Call<Stream<Price>> {
    return this.core.call(readSequence, {}, options);
  }

  /**
   * Notices with the names of their kinds.
   *
   * `GET /notices`
   */
  watchNotices(options?: CallOptions): Call<Stream<Notice>> {
    return this.core.call(watchNotices, {}, options);
  }

  /** `GET /words` */
  listen(options?: CallOptions): Call<Stream<string>> {
    return this.core.call(listen, {}, options);
  }

  /**
   * Asks a question.
   *
   * `POST /answers`
   */
  ask(body: AskBody, options?: CallOptions): Call<Answer> {
    return this.core.call(ask, { body }, options);
  }

  /**
   * Asks a question.
   *
   * `POST /answers`
   */
  askStream(body: AskBody, options?: CallOptions): Call<Stream<AnswerPart>> {
    return this.core.call(askStream, { body }, options);
  }
}
