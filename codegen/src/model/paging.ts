import { present } from "../json/index.js";
import { itemsOf, type PagedResult, schemaAt } from "../openapi/index.js";
import type { SettleSchema } from "./context.js";
import { type AnsweredOperation, inferredPages } from "./inferred-pages.js";
import type { OptionParameter, PageRequest, Paging } from "./model.js";

/** Converted parts of an operation that paging refers to. */
interface SettledParts {
  readonly options: readonly OptionParameter[];
  readonly settle: SettleSchema;
}

/** Paging of an operation, as specified in the document or inferred from its names. */
export function settlePaging(operation: AnsweredOperation, { options, settle }: SettledParts): Paging | undefined {
  const { source, answer, follow } = operation;
  const given = source["x-pagination"];
  const pages = given?.style === undefined ? inferredPages(operation) : given;
  if (pages === undefined) return undefined;
  const items = pathOf(pages.items);
  const item = itemsOf(schemaAt(answer, items ?? [], follow), follow);
  if (item === undefined) return undefined;
  const optionOf = (parameter: string): string => {
    return options.find((option) => option.in === "query" && option.name === parameter)?.argument ?? parameter;
  };
  return {
    ...requestOf(pages, optionOf),
    ...present({ items, total: pages.total === "content-range" ? pages.total : pathOf(pages.total) }),
    item: settle(item),
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
