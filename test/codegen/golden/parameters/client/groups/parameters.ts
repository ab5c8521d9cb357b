// Generated from parameters.yaml. To change it, edit the document and generate again.
import { type Call, type CallOptions, OperationGroup } from "apsdirect/runtime";
import {
  copyWhole,
  listPhotos,
  photosLink,
  putBody,
  readElsewhere,
  readLabel,
  readMatrix,
  readNamed,
  readQuery,
  readSimple,
  readWhole,
} from "../operations/parameters.js";
import type { Filter, List, Size } from "../types.js";

/** Options for `parameters.whole`. */
export interface ReadWholeOptions extends CallOptions {
  /** The query itself. */
  filter?: Size | undefined;
  raw?: List | undefined;
}

/** Options for `parameters.listPhotos`. */
export interface ListPhotosOptions extends CallOptions {
  each?: List | undefined;
}

/** Options for `parameters.query`. */
export interface ReadQueryOptions extends CallOptions {
  /** Repeated for each item. */
  each?: List | undefined;
  joined?: List | undefined;
  spaced?: List | undefined;
  piped?: List | undefined;
  filter?: Filter | undefined;
  size?: Size | undefined;
  next?: string | undefined;
  /** Stands in the query as JSON. */
  where?: Filter | undefined;
}

/** Options for `parameters.elsewhere`. */
export interface ReadElsewhereOptions extends CallOptions {
  xList: List;
  xSize?: Size | undefined;
  session?: string | undefined;
  flags?: List | undefined;
}

/** Values in paths, queries, headers and cookies. */
export class Parameters extends OperationGroup {
  /** `GET /simple/{text}/{list}/{exploded}` */
  simple(text: string, list: List, exploded: Size, options?: CallOptions): Call<undefined> {
    return this.core.call(readSimple, { text, list, exploded }, options);
  }

  /** `GET /label/{list}/{size}` */
  label(list: List, size: Size, options?: CallOptions): Call<undefined> {
    return this.core.call(readLabel, { list, size }, options);
  }

  /** `GET /matrix/{list}/{size}` */
  matrix(list: List, size: Size, options?: CallOptions): Call<undefined> {
    return this.core.call(readMatrix, { list, size }, options);
  }

  /** `QUERY /whole` */
  whole(options?: ReadWholeOptions): Call<undefined> {
    return this.core.call(readWhole, {}, options);
  }

  /** `COPY /whole` */
  copy(options?: CallOptions): Call<undefined> {
    return this.core.call(copyWhole, {}, options);
  }

  /** `GET /photos?method=list&tag={tag}` */
  listPhotos(tag: string, options?: ListPhotosOptions): Call<undefined> {
    return this.core.call(listPhotos, { tag }, options);
  }

  /** `GET /photos/{id}#link` */
  photosLink(id: string, options?: CallOptions): Call<undefined> {
    return this.core.call(photosLink, { id }, options);
  }

  /** `GET /photos(name='{name}')//` */
  named(name: string, options?: CallOptions): Call<undefined> {
    return this.core.call(readNamed, { name }, options);
  }

  /** `GET /query` */
  query(options?: ReadQueryOptions): Call<undefined> {
    return this.core.call(readQuery, {}, options);
  }

  /** `GET /elsewhere` */
  elsewhere(options: ReadElsewhereOptions): Call<undefined> {
    return this.core.call(readElsewhere, {}, options);
  }

  /**
   * A path parameter is called like the request body.
   *
   * `PUT /bodies/{body}/{bodyParam}`
   */
  body(bodyParam: List, bodyParam2: string, body: string, options?: CallOptions): Call<undefined> {
    return this.core.call(putBody, { bodyParam2: bodyParam, bodyParam: bodyParam2, body }, options);
  }
}
