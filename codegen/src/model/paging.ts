import { present } from "../json/index.js";
import { itemsOf, type PagedResult, schemaAt } from "../openapi/index.js";
import type { ConvertSchema } from "./context.js";
import { inferPaging, type PagingSource } from "./infer-paging.js";
import type { OptionParameter, PageRequest, Paging } from "./model.js";

/** Converted parts of an operation that paging refers to. */
interface ConvertedParts {
  readonly options: readonly OptionParameter[];
  readonly convert: ConvertSchema;
}

/** Paging of an operation, as specified in the document or inferred from its names. */
export function convertPaging(operation: PagingSource, { options, convert }: ConvertedParts): Paging | undefined {
  const { source, result, follow } = operation;
  const given = source["x-pagination"];
  const pages = given?.style === undefined ? inferPaging(operation) : given;
  if (pages === undefined) return undefined;
  const items = pathOf(pages.items);
  const item = itemsOf(schemaAt(result, items ?? [], follow), follow);
  if (item === undefined) return undefined;
  const optionOf = (parameter: string): string => {
    return options.find((option) => option.in === "query" && option.name === parameter)?.argument ?? parameter;
  };
  return {
    ...requestOf(pages, optionOf),
    ...present({ items, total: pages.total === "content-range" ? pages.total : pathOf(pages.total) }),
    item: convert(item),
  };
}

/** Parameters that request the next page, by their names in the call options. */
function requestOf(pages: PagedResult, optionOf: (parameter: string) => string): PageRequest {
  switch (pages.style) {
    case "offset":
      return { style: "offset", offset: optionOf(pages.offset) };
    case "page":
      return { style: "page", page: optionOf(pages.page), firstPage: pages.firstPage ?? 1 };
    case "cursor":
      return { style: "cursor", cursor: optionOf(pages.cursor), next: pages.next.split(".") };
    case "link":
      return { style: "link" };
  }
}

function pathOf(property: string | undefined): readonly string[] | undefined {
  return property?.split(".");
}
