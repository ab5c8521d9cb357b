import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { rules } from "../../../codegen/src/changes/index.js";
import { diff } from "../../../codegen/src/commands/index.js";
import { shop } from "./shop.js";

/** What a document becomes by one planted change, and what is said of the step there, and of the step back. */
interface Planted {
  readonly plant: string;
  /** Where it is not the shop as it is. */
  readonly base?: string;
  readonly replace: readonly (readonly [from: string | RegExp, to: string])[];
  readonly there: readonly string[];
  readonly back: readonly string[];
}

const answerOfLine =
  '        "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Line" } } } }\n';

function errorOfLine(status: string, schema: string): string {
  return answerOfLine.replace("200", status).replace("Line", schema);
}

function errorOfItems(type: string): string {
  const schema = `{ type: array, items: { type: ${type} } }`;
  return answerOfLine.replace("200", "404").replace('{ $ref: "#/components/schemas/Line" }', schema);
}

/** The shop, which also tells of an order by itself. */
const shopWithWebhook = shop.replace(
  "components:\n",
  `webhooks:
  orderPlaced:
    post:
      operationId: onOrder
      requestBody:
        content:
          application/json: { schema: { type: object, required: [id], properties: { id: { type: string } } } }
      responses: { "200": { description: received } }
components:
`,
);

/** The shop, whose accounts come in pages that name two lists. */
const shopWithLists = shop
  .replace('      x-rql: { resource: "#/components/schemas/Account" }\n', "")
  .replace("{ limit: rql, total: content-range, pageSize: 100 }", "{ style: link, items: found }")
  .replace(
    '{ type: array, items: { $ref: "#/components/schemas/Account" } }',
    "{ type: object, properties: { found: { $ref: '#/components/schemas/Ids' }, similar: { $ref: '#/components/schemas/Ids' } } }",
  )
  .concat("    Ids: { type: array, items: { type: string } }\n");

/** The shop, whose list of accounts may hold lines, too. */
const shopWithTypes = shop
  .replace('schemas/Account" }', 'schemas/Account", typedBy: implementing }')
  .replace("    Line: { ", "    Line: { x-rql-type: urn:line/1.0, ");

const planted: readonly Planted[] = [
  {
    plant: "a webhook",
    replace: [
      [
        "components:\n",
        shopWithWebhook.slice(shopWithWebhook.indexOf("webhooks:"), shopWithWebhook.indexOf("components:\n") + 12),
      ],
    ],
    there: ["addition webhook-added webhooks.orderPlaced: The webhook is new."],
    back: ["breaking webhook-removed webhooks.orderPlaced: The webhook was removed."],
  },
  {
    plant: "a webhook under another key",
    base: shopWithWebhook,
    replace: [["  orderPlaced:", "  orderMade:"]],
    there: [
      "breaking webhook-removed webhooks.orderPlaced: The webhook was removed.",
      "addition webhook-added webhooks.orderMade: The webhook is new.",
    ],
    back: [
      "breaking webhook-removed webhooks.orderMade: The webhook was removed.",
      "addition webhook-added webhooks.orderPlaced: The webhook is new.",
    ],
  },
  {
    plant: "a webhook whose payload has another name",
    base: shopWithWebhook,
    replace: [["operationId: onOrder", "operationId: onPlaced"]],
    there: ["breaking payload-renamed webhooks.orderPlaced: Its payload type is now called `OnPlacedPayload`."],
    back: ["breaking payload-renamed webhooks.orderPlaced: Its payload type is now called `OnOrderPayload`."],
  },
  {
    plant: "a webhook that does not always say what it did",
    base: shopWithWebhook,
    replace: [
      [
        "required: [id], properties: { id: { type: string } } } }\n      responses",
        "properties: { id: { type: string } } } }\n      responses",
      ],
    ],
    there: ["breaking field-optional webhooks.orderPlaced.id: The field is now optional."],
    back: ["addition field-required webhooks.orderPlaced.id: The field is now required."],
  },
  {
    plant: "a webhook that carries something else",
    base: shopWithWebhook,
    replace: [
      [
        "{ type: object, required: [id], properties: { id: { type: string } } } }\n      responses",
        '{ $ref: "#/components/schemas/Line" } }\n      responses',
      ],
    ],
    there: ["breaking type-changed webhooks.orderPlaced: It is now `Line` (was `{ id }`)."],
    back: ["breaking type-changed webhooks.orderPlaced: It is now `{ id }` (was `Line`)."],
  },
  {
    plant: "a webhook with other words",
    base: shopWithWebhook,
    replace: [["operationId: onOrder", "operationId: onOrder\n      deprecated: true"]],
    there: ["addition deprecated webhooks.orderPlaced: It is now deprecated."],
    back: ["fix no-longer-deprecated webhooks.orderPlaced: It is no longer deprecated."],
  },
  {
    plant: "a body under another name and of another media type",
    replace: [
      ["x-body-name: order", "x-body-name: purchase"],
      [
        'application/json: { schema: { $ref: "#/components/schemas/OrderRequest"',
        'application/merge-patch+json: { schema: { $ref: "#/components/schemas/OrderRequest"',
      ],
    ],
    there: [
      "fix body-renamed orders.create: The argument `order` is now called `purchase`.",
      "fix content-type-changed orders.create: `purchase` is now sent as `application/merge-patch+json` (was `application/json`).",
    ],
    back: [
      "fix body-renamed orders.create: The argument `purchase` is now called `order`.",
      "fix content-type-changed orders.create: `order` is now sent as `application/json` (was `application/merge-patch+json`).",
    ],
  },
  {
    plant: "an option that must be given",
    replace: [
      [
        "      parameters:\n        - { name: includeTaxes",
        "      parameters:\n        - { name: lang, in: query, required: true, schema: { type: string } }\n        - { name: includeTaxes",
      ],
    ],
    there: ["breaking required-option-added orders.create: The option `lang` is new and required."],
    back: ["breaking option-removed orders.create: The option `lang` was removed."],
  },
  {
    plant: "an option that leaves its name to another one",
    base: shop.replace(
      "        - { name: includeTaxes,",
      "        - { name: include-taxes, in: query, schema: { type: boolean } }\n        - { name: includeTaxes,",
    ),
    replace: [["        - { name: include-taxes, in: query, schema: { type: boolean } }\n", ""]],
    there: [
      "fix option-moved orders.create: The option `includeTaxes` is now sent in the query as `includeTaxes`.",
      "breaking option-renamed orders.create: The option `includeTaxes2` is now called `includeTaxes`.",
    ],
    back: [
      "fix option-moved orders.create: The option `includeTaxes` is now sent in the query as `include-taxes`.",
      "addition option-added orders.create: The option `includeTaxes2` is new.",
    ],
  },
  {
    plant: "an answer that says less",
    base: shop.replace(answerOfLine, errorOfItems("[string, integer]").replace("404", "200")),
    replace: [["type: [string, integer]", "type: string"]],
    there: ["addition result-narrowed orders.getLine: It now returns `string[]` (was `(string | number)[]`)."],
    back: ["breaking result-changed orders.getLine: It now returns `(string | number)[]` (was `string[]`)."],
  },
  {
    plant: "a type",
    replace: [["    Line:", "    Extra: { type: string }\n    Line:"]],
    there: ["addition type-added Extra: The type is new."],
    back: ["breaking type-removed Extra: The type was removed."],
  },
  {
    plant: "fields of any name",
    replace: [["amount: { type: integer } }", "amount: { type: integer } }, additionalProperties: { type: string }"]],
    there: ["addition further-fields-allowed Line: Unlisted fields are now part of the type."],
    back: ["breaking further-fields-refused Line: Unlisted fields are no longer part of the type."],
  },
  {
    plant: "a value more in a closed enum",
    base: shop.replace("total: { type: number }", "paid: { enum: [true] }"),
    replace: [["enum: [true]", "enum: [true, false]"]],
    there: ["breaking closed-value-added Order.paid: The value `false` is new."],
    back: ["addition closed-value-removed Order.paid: The value `false` was removed."],
  },
  {
    plant: "a member of a union",
    base: `${shop}    Party:
      oneOf: [{ $ref: "#/components/schemas/Contact" }, { $ref: "#/components/schemas/Line" }]
      discriminator: { propertyName: kind, mapping: { contact: "#/components/schemas/Contact" } }
`,
    replace: [['{ $ref: "#/components/schemas/Line" }]', '{ $ref: "#/components/schemas/Order" }]']],
    there: [
      "breaking member-removed Party: `Line` is no longer a member.",
      "addition member-added Party: `Order` is a new member.",
    ],
    back: [
      "breaking member-removed Party: `Order` is no longer a member.",
      "addition member-added Party: `Line` is a new member.",
    ],
  },
  {
    plant: "an error that says less",
    base: shop.replace(answerOfLine, answerOfLine + errorOfItems("[string, integer]")),
    replace: [["type: [string, integer]", "type: string"]],
    there: [
      "addition error-narrowed orders.getLine: The error 404 now has the body `string[]` (was `(string | number)[]`).",
    ],
    back: [
      "breaking error-changed orders.getLine: The error 404 now has the body `(string | number)[]` (was `string[]`).",
    ],
  },
  {
    plant: "a loop over another list",
    base: shopWithLists,
    replace: [["items: found", "items: similar"]],
    there: ["breaking iteration-changed accounts.list: Its items are now in `similar` (were in `found`)."],
    back: ["breaking iteration-changed accounts.list: Its items are now in `found` (were in `similar`)."],
  },
  {
    plant: "a method under another name",
    replace: [["x-sdk-name: orders.create", "x-sdk-name: orders.place"]],
    there: ["breaking method-renamed orders.create: Call `orders.place` instead."],
    back: ["breaking method-renamed orders.place: Call `orders.create` instead."],
  },
  {
    plant: "a method in another group",
    replace: [["x-sdk-name: orders.getLine", "x-sdk-name: lines.get"]],
    there: ["breaking method-moved orders.getLine: Call `lines.get` instead."],
    back: ["breaking method-moved lines.get: Call `orders.getLine` instead."],
  },
  {
    plant: "a method that is another one altogether",
    replace: [
      ["/orders/{orderId}/lines/{lineId}:", "/lines/{lineId}/orders/{orderId}:"],
      ["operationId: getLine", "operationId: findLine"],
      ["x-sdk-name: orders.getLine", "x-sdk-name: orders.findLine"],
    ],
    there: [
      "breaking method-removed orders.getLine: The method was removed.",
      "addition method-added orders.findLine: The method is new.",
    ],
    back: [
      "breaking method-removed orders.findLine: The method was removed.",
      "addition method-added orders.getLine: The method is new.",
    ],
  },
  {
    plant: "path parameters that change places",
    replace: [["/orders/{orderId}/lines/{lineId}:", "/lines/{lineId}/of/{orderId}:"]],
    there: [
      "breaking path-parameters-reordered orders.getLine: The order of its arguments changed: `lineId, orderId`.",
      "fix wire-changed orders.getLine: It now calls `GET /lines/{lineId}/of/{orderId}` " +
        "(was `GET /orders/{orderId}/lines/{lineId}`).",
    ],
    back: [
      "breaking path-parameters-reordered orders.getLine: The order of its arguments changed: `orderId, lineId`.",
      "fix wire-changed orders.getLine: It now calls `GET /orders/{orderId}/lines/{lineId}` " +
        "(was `GET /lines/{lineId}/of/{orderId}`).",
    ],
  },
  {
    plant: "a path parameter less",
    replace: [
      ["/orders/{orderId}/lines/{lineId}:", "/lines/{lineId}:"],
      ["        - { name: orderId, in: path, required: true, schema: { type: string } }\n", ""],
    ],
    there: [
      "breaking path-parameter-removed orders.getLine: It no longer takes `orderId` as an argument.",
      "fix wire-changed orders.getLine: It now calls `GET /lines/{lineId}` (was `GET /orders/{orderId}/lines/{lineId}`).",
    ],
    back: [
      "breaking path-parameter-added orders.getLine: It now takes `orderId` as an argument.",
      "fix wire-changed orders.getLine: It now calls `GET /orders/{orderId}/lines/{lineId}` (was `GET /lines/{lineId}`).",
    ],
  },
  {
    plant: "a path parameter under another name",
    replace: [
      ["{lineId}:", "{line}:"],
      ["name: lineId", "name: line"],
    ],
    there: [
      "fix path-parameter-renamed orders.getLine: The argument `lineId` is now called `line`.",
      "fix wire-changed orders.getLine: It now calls `GET /orders/{orderId}/lines/{line}` " +
        "(was `GET /orders/{orderId}/lines/{lineId}`).",
    ],
    back: [
      "fix path-parameter-renamed orders.getLine: The argument `line` is now called `lineId`.",
      "fix wire-changed orders.getLine: It now calls `GET /orders/{orderId}/lines/{lineId}` " +
        "(was `GET /orders/{orderId}/lines/{line}`).",
    ],
  },
  {
    plant: "an option more",
    replace: [
      ["      requestBody:", "        - { name: dryRun, in: query, schema: { type: boolean } }\n      requestBody:"],
    ],
    there: ["addition option-added orders.create: The option `dryRun` is new."],
    back: ["breaking option-removed orders.create: The option `dryRun` was removed."],
  },
  {
    plant: "an option that must be given",
    replace: [["name: includeTaxes, in: query,", "name: includeTaxes, in: query, required: true,"]],
    there: ["breaking option-required orders.create: The option `includeTaxes` is now required."],
    back: ["addition option-optional orders.create: The option `includeTaxes` is now optional."],
  },
  {
    plant: "an option that goes into a header",
    replace: [["name: includeTaxes, in: query,", "name: includeTaxes, in: header,"]],
    there: ["fix option-moved orders.create: The option `includeTaxes` is now sent in the header as `includeTaxes`."],
    back: ["fix option-moved orders.create: The option `includeTaxes` is now sent in the query as `includeTaxes`."],
  },
  {
    plant: "an option that takes more",
    replace: [["in: query, schema: { type: boolean }", "in: query, schema: { type: [boolean, string] }"]],
    there: [
      "addition argument-widened orders.create: The option `includeTaxes` is now `boolean | string` (was `boolean`).",
    ],
    back: [
      "breaking argument-changed orders.create: The option `includeTaxes` is now `boolean` (was `boolean | string`).",
    ],
  },
  {
    plant: "an error that is described",
    replace: [[answerOfLine, `${answerOfLine}${errorOfLine("404", "Line")}`]],
    there: ["addition error-added orders.getLine: The error 404 is now documented."],
    back: ["breaking error-removed orders.getLine: The error 404 is no longer documented."],
  },
  {
    plant: "all errors but one, which say something else",
    base: shop.replace(answerOfLine, `${answerOfLine}${errorOfLine("default", "Line")}`),
    replace: [[errorOfLine("default", "Line"), errorOfLine("default", "Contact")]],
    there: [
      "breaking error-changed orders.getLine: The error for every other status now has the body `Contact` (was `Line`).",
    ],
    back: [
      "breaking error-changed orders.getLine: The error for every other status now has the body `Line` (was `Contact`).",
    ],
  },
  {
    plant: "a header that comes with the result",
    replace: [[answerOfLine, answerOfLine.replace("ok,", "ok, headers: { X-Age: { schema: { type: integer } } },")]],
    there: ["addition header-added orders.getLine: The header `xAge` is new."],
    back: ["breaking header-removed orders.getLine: The header `xAge` was removed."],
  },
  {
    plant: "a header that says something else",
    base: shop.replace(
      answerOfLine,
      answerOfLine.replace("ok,", "ok, headers: { X-Age: { schema: { type: integer } } },"),
    ),
    replace: [["{ X-Age: { schema: { type: integer } } }", "{ X-Age: { schema: { type: string } } }"]],
    there: ["breaking header-changed orders.getLine: The header `xAge` is now `string` (was `number`)."],
    back: ["breaking header-changed orders.getLine: The header `xAge` is now `number` (was `string`)."],
  },
  {
    plant: "an answer that comes piece by piece",
    replace: [[answerOfLine, answerOfLine.replace("application/json", "application/x-ndjson")]],
    there: ["breaking result-changed orders.getLine: It now returns `Stream<Line>` (was `Line`)."],
    back: ["breaking result-changed orders.getLine: It now returns `Line` (was `Stream<Line>`)."],
  },
  {
    plant: "a body that may be left out",
    replace: [["        required: true\n        content", "        content"]],
    there: ["addition body-optional orders.create: The argument `order` is now optional."],
    back: ["breaking body-required orders.create: The argument `order` is now required."],
  },
  {
    plant: "no body",
    replace: [
      ["      x-body-name: order\n", ""],
      ["      requestBody:\n        required: true\n", ""],
      [/ {8}content: \{ application\/json: \{ schema: \{ \$ref: "#\/components\/schemas\/OrderRequest" \} \} \}\n/, ""],
    ],
    there: ["breaking body-removed orders.create: It no longer takes `order` as an argument."],
    back: ["breaking body-added orders.create: It now takes `order` as an argument."],
  },
  {
    plant: "another result",
    replace: [['schema: { $ref: "#/components/schemas/Order" }', 'schema: { $ref: "#/components/schemas/Line" }']],
    there: ["breaking result-changed orders.create: It now returns `Line` (was `Order`)."],
    back: ["breaking result-changed orders.create: It now returns `Order` (was `Line`)."],
  },
  {
    plant: "less safety",
    replace: [["x-safety: idempotent", "x-safety: unsafe"]],
    there: [
      "breaking safety-lowered orders.create: It is now unsafe (was idempotent): a call is sent once, and its outcome may " +
        "be unknown.",
    ],
    back: ["fix safety-raised orders.create: It is now idempotent (was unsafe): a failed call may be retried."],
  },
  {
    plant: "no stated safety, so that the method POST decides",
    replace: [["      x-safety: idempotent\n", ""]],
    there: [
      "breaking safety-lowered orders.create: It is now unsafe (was idempotent): a call is sent once, and its outcome may " +
        "be unknown.",
    ],
    back: ["fix safety-raised orders.create: It is now idempotent (was unsafe): a failed call may be retried."],
  },
  {
    plant: "a right that a caller needs",
    replace: [["x-safety: idempotent", "x-safety: idempotent\n      x-permissions: [orders POST]"]],
    there: ['breaking permission-added orders.create: It now requires the permission "orders POST".'],
    back: ['fix permission-removed orders.create: It no longer requires the permission "orders POST".'],
  },
  {
    plant: "an identity of what is placed",
    replace: [["x-safety: idempotent", "x-safety: idempotent\n      x-identity: orderId"]],
    there: ["fix identity-required orders.create: A response without `orderId` is no longer accepted as a result."],
    back: ["fix identity-removed orders.create: A response without `orderId` is accepted again."],
  },
  {
    plant: "a field that carries the reference",
    replace: [["x-safety: idempotent", "x-safety: idempotent\n      x-reference: note"]],
    there: ["fix reference-changed orders.create: It now sends the reference of the call as `note`."],
    back: ["fix reference-changed orders.create: It no longer sends the reference of the call."],
  },
  {
    plant: "no pages",
    replace: [["      x-pagination: { limit: rql, total: content-range, pageSize: 100 }\n", ""]],
    there: ["breaking paging-removed accounts.list: Its result is no longer paged."],
    back: ["breaking paging-added accounts.list: Its result is now a paged list."],
  },
  {
    plant: "pages by links, in place of a list of RQL",
    replace: [
      ['      x-rql: { resource: "#/components/schemas/Account" }\n', ""],
      ["{ limit: rql, total: content-range, pageSize: 100 }", "{ style: link }"],
    ],
    there: [
      "breaking rql-removed accounts.list: It no longer takes an RQL query.",
      "breaking paging-removed accounts.list: Its result is no longer paged.",
      "addition iteration-added accounts.list: Its result can now be iterated.",
    ],
    back: [
      "breaking rql-added accounts.list: It now takes an RQL query as an argument.",
      "breaking paging-added accounts.list: Its result is now a paged list.",
      "breaking iteration-removed accounts.list: Its result can no longer be iterated.",
    ],
  },
  {
    plant: "smaller pages",
    replace: [["pageSize: 100", "pageSize: 50"]],
    there: ["fix page-size-changed accounts.list: The page size is now 50 (was 100)."],
    back: ["fix page-size-changed accounts.list: The page size is now 100 (was 50)."],
  },
  {
    plant: "a list whose items are typed by their query",
    base: shopWithTypes,
    replace: [[", typedBy: implementing", ""]],
    there: [
      "breaking rql-typing-changed accounts.list: Its `implementing` no longer determines the type of the items.",
    ],
    back: ["breaking rql-typing-changed accounts.list: Its `implementing` now determines the type of the items."],
  },
  {
    plant: "another version of a type",
    base: shopWithTypes,
    replace: [["urn:line/1.0", "urn:line/1.1"]],
    there: [
      'breaking type-id-removed Line: `implementing(…)` no longer accepts "urn:line/1.0" for it.',
      'breaking type-id-added Line: `implementing(…)` now accepts "urn:line/1.1" for it.',
    ],
    back: [
      'breaking type-id-removed Line: `implementing(…)` no longer accepts "urn:line/1.1" for it.',
      'breaking type-id-added Line: `implementing(…)` now accepts "urn:line/1.0" for it.',
    ],
  },
  {
    plant: "a further id of a type",
    base: shopWithTypes,
    replace: [["x-rql-type: urn:line/1.0", 'x-rql-type: ["urn:line/1.0", "urn:row/2"]']],
    there: ['breaking type-id-added Line: `implementing(…)` now accepts "urn:row/2", "urn:row" for it.'],
    back: ['breaking type-id-removed Line: `implementing(…)` no longer accepts "urn:row/2", "urn:row" for it.'],
  },
  {
    plant: "an id that is another type's",
    base: shopWithTypes,
    replace: [
      ["x-rql-type: urn:line/1.0, ", ""],
      ["    Contact: { ", "    Contact: { x-rql-type: urn:line/1.0, "],
    ],
    there: [
      'breaking type-id-removed Line: `implementing(…)` no longer accepts "urn:line/1.0", "urn:line/1", "urn:line" for it.',
      'breaking type-id-added Contact: `implementing(…)` now accepts "urn:line/1.0", "urn:line/1", "urn:line" for it.',
    ],
    back: [
      'breaking type-id-removed Contact: `implementing(…)` no longer accepts "urn:line/1.0", "urn:line/1", "urn:line" for it.',
      'breaking type-id-added Line: `implementing(…)` now accepts "urn:line/1.0", "urn:line/1", "urn:line" for it.',
    ],
  },
  {
    plant: "a query about another type",
    replace: [['resource: "#/components/schemas/Account"', 'resource: "#/components/schemas/Line"']],
    there: ["breaking rql-resource-changed accounts.list: Its query now filters `Line` (was `Account`)."],
    back: ["breaking rql-resource-changed accounts.list: Its query now filters `Account` (was `Line`)."],
  },
  {
    plant: "another path",
    replace: [["  /orders:", "  /v2/orders:"]],
    there: ["fix wire-changed orders.create: It now calls `POST /v2/orders` (was `POST /orders`)."],
    back: ["fix wire-changed orders.create: It now calls `POST /orders` (was `POST /v2/orders`)."],
  },
  {
    plant: "a deprecated method",
    replace: [["summary: Places an order.", "summary: Places an order.\n      deprecated: true"]],
    there: ["addition deprecated orders.create: It is now deprecated."],
    back: ["fix no-longer-deprecated orders.create: It is no longer deprecated."],
  },
  {
    plant: "other words",
    replace: [["Legal name.", "Name in the register."]],
    there: ["fix docs-changed Account.companyName: Its documentation changed."],
    back: ["fix docs-changed Account.companyName: Its documentation changed."],
  },
  {
    plant: "a field that a request must have",
    replace: [["required: [type]", "required: [type, note]"]],
    there: ["breaking field-required OrderRequest.note: The field is now required."],
    back: ["addition field-optional OrderRequest.note: The field is now optional."],
  },
  {
    plant: "a field that an answer has always",
    replace: [["required: [orderId]", "required: [orderId, total]"]],
    there: ["addition field-required Order.total: The field is now required."],
    back: ["breaking field-optional Order.total: The field is now optional."],
  },
  {
    plant: "a field that is required in what goes both ways",
    replace: [["required: [email]", "required: [email, phone]"]],
    there: ["breaking field-required Contact.phone: The field is now required."],
    back: ["breaking field-optional Contact.phone: The field is now optional."],
  },
  {
    plant: "a field more in an answer",
    replace: [
      ["        total: { type: number }", "        total: { type: number }\n        currency: { type: string }"],
    ],
    there: ["addition field-added Order.currency: The field is new."],
    back: ["breaking field-removed Order.currency: The field was removed."],
  },
  {
    plant: "a required field more in a request",
    replace: [
      ["required: [type]", "required: [type, planId]"],
      ["        note: {", "        planId: { type: string }\n        note: {"],
    ],
    there: ["breaking required-field-added OrderRequest.planId: The field is new and always present."],
    back: ["breaking field-removed OrderRequest.planId: The field was removed."],
  },
  {
    plant: "a field that may be null in an answer",
    replace: [["total: { type: number }", 'total: { type: [number, "null"] }']],
    there: ["breaking null-allowed Order.total: It may now be `null`."],
    back: ["addition null-refused Order.total: It is no longer `null`."],
  },
  {
    plant: "a field that may be null in a request",
    replace: [["note: { type: string, maxLength: 100 }", 'note: { type: [string, "null"], maxLength: 100 }']],
    there: ["addition null-allowed OrderRequest.note: It may now be `null`."],
    back: ["breaking null-refused OrderRequest.note: It is no longer `null`."],
  },
  {
    plant: "another type deep inside",
    replace: [["city: { type: string }", "city: { type: integer }"]],
    there: ["breaking type-changed Account.address.city: It is now `number` (was `string`)."],
    back: ["breaking type-changed Account.address.city: It is now `string` (was `number`)."],
  },
  {
    plant: "a wider type in an answer",
    replace: [["orderId: { type: string }\n", "orderId: { type: [string, integer] }\n"]],
    there: ["breaking type-widened Order.orderId: It is now `string | number` (was `string`)."],
    back: ["addition type-narrowed Order.orderId: It is now `string` (was `string | number`)."],
  },
  {
    plant: "a tighter limit in a request",
    replace: [["maxLength: 100", "maxLength: 50"]],
    there: ["breaking limit-tightened OrderRequest.note: It now has a tighter limit: `maxLength: 50`."],
    back: ["fix limit-loosened OrderRequest.note: Its limits are now looser."],
  },
  {
    plant: "a value more in an open enum",
    replace: [["enum: [OPEN, DONE]", "enum: [OPEN, HELD, DONE]"]],
    there: ['addition enum-value-added Order.status: The value `"HELD"` is new.'],
    back: ['fix enum-value-removed Order.status: The value `"HELD"` was removed.'],
  },
  {
    plant: "a closed enum in place of an open one",
    replace: [["status: { type: string, enum: [OPEN, DONE] }", "status: { const: OPEN }"]],
    there: ['addition type-narrowed Order.status: It is now `"OPEN"` (was `"OPEN" | "DONE"`).'],
    back: ['breaking type-widened Order.status: It is now `"OPEN" | "DONE"` (was `"OPEN"`).'],
  },
  {
    plant: "a type under another name",
    replace: [
      ["schemas/OrderRequest", "schemas/NewOrder"],
      ["    OrderRequest:", "    NewOrder:"],
    ],
    there: ["breaking type-renamed OrderRequest: The type is now called `NewOrder`."],
    back: ["breaking type-renamed NewOrder: The type is now called `OrderRequest`."],
  },
  {
    plant: "another client",
    replace: [["title: Shop", "title: Market"]],
    there: ["breaking client-renamed ShopApi: The client is now called `MarketApi`."],
    back: ["breaking client-renamed MarketApi: The client is now called `ShopApi`."],
  },
];

test.each(planted)("tells $plant, there and back", async ({ base = shop, replace, there, back }) => {
  let changed = base;
  for (const [from, to] of replace) {
    const replaced = changed.replace(from, to);
    expect(replaced).not.toBe(changed);
    changed = replaced;
  }
  expect(await tell(base, changed)).toEqual(there);
  expect(await tell(changed, base)).toEqual(back);
});

test("a document and itself are the same", async () => {
  expect(await compare(shop, shop)).toEqual({ bump: "none", changes: [] });
});

test("the order of a document's keys is nothing to callers", async () => {
  const shuffled = shop.replace(/( {2}\/orders:\n(?: {4}.*\n)+)((?: {2}\/.*\n(?: {4}.*\n)+)+)/, "$2$1");
  expect(shuffled).not.toBe(shop);
  expect(await compare(shop, shuffled)).toEqual({ bump: "none", changes: [] });
});

test.each([
  { from: "Legal name.", to: "Name.", bump: "patch" },
  { from: "enum: [OPEN, DONE]", to: "enum: [OPEN, HELD]", bump: "minor" },
  { from: "orders.create", to: "orders.place", bump: "major" },
])("the severest change asks for the version: $bump", async ({ from, to, bump }) => {
  expect(await compare(shop, shop.replace(from, to))).toMatchObject({ bump });
});

test("a change names its places in both documents", async () => {
  const { changes } = await compare(
    shop,
    `# new\n${shop.replace("city: { type: string }", "city: { type: integer }")}`,
  );
  const line = shop.split("\n").findIndex((text) => text.includes("city:")) + 1;
  expect(changes).toMatchObject([{ old: { line, column: 48 }, new: { line: line + 1, column: 48 } }]);
});

test("every rule has a planted change that it judges", () => {
  const told = planted.flatMap(({ there, back }) => [...there, ...back]).map((line) => line.split(" ")[1]);
  expect(Object.keys(rules).filter((kind) => !told.includes(kind))).toEqual([]);
});

test("every rule has its reason", () => {
  for (const { because } of Object.values(rules)) expect(because).toMatch(/^[A-Z`].*\.$/);
});

async function tell(old: string, next: string): Promise<readonly string[]> {
  const { changes } = await compare(old, next);
  return changes.map(({ severity, kind, where, message }) => `${severity} ${kind} ${where}: ${message}`);
}

async function compare(old: string, next: string) {
  const folder = await mkdtemp(join(tmpdir(), "apsdirect-diff-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, "old.yaml"), old);
  await writeFile(join(folder, "new.yaml"), next);
  return diff({ old: join(folder, "old.yaml"), new: join(folder, "new.yaml") });
}
