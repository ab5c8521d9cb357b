import { describe, expect, test } from "vitest";
import { parseDocument } from "../../../codegen/src/load/index.js";
import { buildModel, type Model } from "../../../codegen/src/model/index.js";
import { acceptDocument } from "../../../codegen/src/validate/index.js";

/** The model of a document that is given as JSON. */
function modelOf(document: object): Model {
  const text = JSON.stringify({ openapi: "3.1.0", info: { title: "Shop", version: "1" }, ...document });
  return buildModel(acceptDocument(parseDocument(text, "shop.json")), { source: "shop.json" });
}

/** Operations as `descriptor: group.method`. */
function operationsOf(paths: object, rest: object = {}): readonly string[] {
  const { groups } = modelOf({ paths, ...rest });
  return groups.flatMap((group) => group.operations.map(({ id, method }) => `${id}: ${group.name}.${method}`));
}

const schemasOf = (schemas: object, paths: object = {}): readonly string[] => {
  return modelOf({ components: { schemas }, paths }).schemas.map(({ name }) => name);
};

describe("operations", () => {
  test.each([
    { path: "/orders/{id}", method: "get", want: "getOrdersById" },
    { path: "/", method: "delete", want: "deleteRoot" },
    { path: "/2/things.json", method: "post", want: "post2ThingsJson" },
    { path: "/a/{b-c}/{d}:cancel", method: "put", want: "putAByBCByDCancel" },
  ])("without an operationId, $method $path is $want", ({ path, method, want }) => {
    expect(operationsOf({ [path]: { [method]: {} } })).toEqual([`${want}: default.${want}`]);
  });

  test("whose inferred names are taken get numbers in the order of their paths, not of the document", () => {
    const want = ["getAB: default.getAB", "getAB3: default.getAB3", "getAB2: default.getAB2"];
    expect(operationsOf({ "/c": { get: { operationId: "getAB" } }, "/a/b": { get: {} }, "/a-b": { get: {} } })).toEqual(
      want,
    );
    const shuffled = operationsOf({
      "/a-b": { get: {} },
      "/a/b": { get: {} },
      "/c": { get: { operationId: "getAB" } },
    });
    expect([...shuffled].sort()).toEqual([...want].sort());
  });

  test.each([
    { id: "delete", rest: {}, want: "deleteOperation: default.delete" },
    { id: "schema", rest: {}, want: "schemaOperation: default.schema" },
    { id: "list", rest: {}, want: "listOperation: default.list" },
    { id: "rqlList", rest: {}, want: "rqlListOperation: default.rqlList" },
    { id: "core", rest: {}, want: "core: default.coreOperation" },
    { id: "Get all: (pets)", rest: {}, want: "getAllPets: default.getAllPets" },
    { id: "1st", rest: {}, want: "_1st: default._1st" },
    { id: "petSchema", rest: { components: { schemas: { Pet: {} } } }, want: "petSchemaOperation: default.petSchema" },
    { id: "find", rest: { components: { schemas: { FindOptions: {} } } }, want: "findOperation: default.find" },
  ])("keep the public name of $id and make room for it in the code", ({ id, rest, want }) => {
    expect(operationsOf({ "/a": { get: { operationId: id } } }, rest)).toEqual([want]);
  });

  test("give way to a public name that another was given", () => {
    const paths = {
      "/a": { get: { tags: ["Orders"], operationId: "listOrders" } },
      "/b": { get: { operationId: "other", "x-sdk-name": "orders.listOrders" } },
    };
    expect(operationsOf(paths)).toEqual(["listOrders: orders.listOrdersOperation", "other: orders.listOrders"]);
  });

  test("of a path item that two paths refer to are named after these", () => {
    const paths = { "/a": { $ref: "#/x-items/one" }, "/b": { $ref: "#/x-items/one" } };
    const rest = { "x-items": { one: { get: { operationId: "read" } } } };
    expect(operationsOf(paths, rest)).toEqual(["getA: default.getA", "getB: default.getB"]);
  });

  test("take an undeclared path parameter as text", () => {
    const { groups } = modelOf({ paths: { "/a/{b}": { get: {} } } });
    expect(groups[0]?.operations[0]?.pathParameters).toMatchObject([{ name: "b", schema: { kind: "string" } }]);
  });

  test("have arguments of their own for parameters that differ only by punctuation, case or place", () => {
    const names = ["a-b", "a_b", "timeout", "timeoutParam", "\u7528\u6237"];
    const parameters = [...names.map((name) => ({ name, in: "query" })), { name: "a-b", in: "header" }];
    const { groups } = modelOf({
      paths: { "/{c.d}/{c_d}/{getIt}/{pagedCall}": { get: { operationId: "getIt", parameters } } },
    });
    const [operation] = groups[0]?.operations ?? [];
    const options = operation?.optionParameters.map(({ argument }) => argument);
    expect(options).toEqual(["ab", "ab2", "timeoutParam", "timeoutParam2", "Param", "ab3"]);
    expect(operation?.pathParameters.map(({ argument }) => argument)).toEqual([
      "cd",
      "cd2",
      "getItParam",
      "pagedCallParam",
    ]);
  });
});

describe("groups", () => {
  test("are one where tags differ only by case or punctuation, whatever comes first", () => {
    const get = (tag: string) => ({ get: { tags: [tag] } });
    const paths = { "/a": get("line-items"), "/b": get("Lineitems"), "/c": get("LINE ITEMS") };
    expect(modelOf({ paths }).groups.map(({ name }) => name)).toEqual(["lineItems"]);
  });

  test.each([
    { tag: "core", want: "coreGroup" },
    { tag: "Constructor", want: "constructorGroup" },
    { tag: "AUX", want: "auxGroup" },
    { tag: "\u7528\u6237", want: "default" },
    { tag: "3D models", want: "_3DModels" },
  ])("the tag $tag makes the group $want", ({ tag, want }) => {
    expect(modelOf({ paths: { "/a": { get: { tags: [tag] } } } }).groups[0]?.name).toBe(want);
  });

  test("leave their class's name to a schema that has it", () => {
    const model = modelOf({ paths: { "/a": { get: { tags: ["Pet"] } } }, components: { schemas: { Pet: {} } } });
    expect(model.groups[0]?.className).toBe("PetOperations");
  });
});

describe("schemas", () => {
  test("whose keys result in the same name get numbers alphabetically, not in document order", () => {
    const schemas = { "order-line": {}, OrderLine: {}, "order.line": {}, APIKey: {}, ApiKey: {}, "3d": {} };
    const want = ["OrderLine2", "OrderLine", "OrderLine3", "APIKey", "ApiKey2", "_3d"];
    expect(schemasOf(schemas)).toEqual(want);
    expect(schemasOf(Object.fromEntries(Object.entries(schemas).reverse()))).toEqual([...want].reverse());
  });

  test.each([
    { reference: "#/components/schemas/Tag/allOf/0", want: "TagAllOf0" },
    { reference: "#/components/schemas/Tag/properties/sub-tags/items", want: "TagSubTagsItem" },
    { reference: "#/components/responses/Conflict/content/application~1json/schema", want: "ResponseConflict" },
    {
      reference: "#/paths/~1x~1%7Bid%7D/get/responses/200/content/application~1json/schema",
      want: "XIdGetResponse200",
    },
    { reference: "#/x-shared/Thing", want: "XSharedThing" },
  ])("that $reference names are lifted out as $want", ({ reference, want }) => {
    const content = { "application/json": { schema: { type: "object" } } };
    const { schemas } = modelOf({
      components: {
        schemas: {
          Tag: { allOf: [{ type: "object" }], properties: { "sub-tags": { items: { type: "string" } } } },
          A: { items: { $ref: reference } },
        },
        responses: { Conflict: { description: "", content } },
      },
      paths: { "/x/{id}": { get: { responses: { 200: { description: "", content } } } } },
      "x-shared": { Thing: {} },
    });
    expect(schemas.map(({ name }) => name)).toEqual(["Tag", "A", want]);
    expect(schemas[1]?.schema).toEqual({ kind: "array", items: { kind: "reference", name: want } });
  });

  test("behind a pointer to a reference keep the name that they have", () => {
    const schemas = {
      A: { properties: { b: { $ref: "#/components/schemas/B" } } },
      B: {},
      C: { items: { $ref: "#/components/schemas/A/properties/b" } },
    };
    expect(schemasOf(schemas)).toEqual(["A", "B", "C"]);
  });

  test("that are lifted out of themselves end", () => {
    const tree = {
      type: "object",
      properties: {
        next: { type: "object", properties: { next: { $ref: "#/components/schemas/Tree/properties/next" } } },
      },
    };
    expect(schemasOf({ Tree: tree })).toEqual(["Tree", "TreeNext"]);
  });

  test("say only what can be kept of them", () => {
    const { schemas } = modelOf({
      components: {
        schemas: {
          foreignPattern: { type: "string", pattern: "(?i)a" },
          nullableEnum: { type: "string", nullable: true, enum: ["a", null, "a"] },
          enumOfLists: { type: "array", enum: [["a"]] },
          emptyEnum: { type: "string", enum: [] },
          bare: { type: "array" },
          kinds: {
            oneOf: [{ $ref: "#/components/schemas/bare" }, { type: "null" }],
            discriminator: { propertyName: "kind" },
          },
        },
      },
    });
    expect(Object.fromEntries(schemas.map(({ name, schema }) => [name, schema]))).toMatchObject({
      ForeignPattern: { kind: "string" },
      NullableEnum: { kind: "enum", values: ["a", null], open: true },
      EnumOfLists: { kind: "array" },
      EmptyEnum: { kind: "string" },
      Bare: { kind: "array", items: { kind: "unknown" } },
      Kinds: {
        kind: "union",
        discriminator: { property: "kind", mapping: [["bare", { kind: "reference", name: "Bare" }]] },
      },
    });
    expect(schemas[0]?.schema).toEqual({ kind: "string" });
  });
});

test.each([
  { title: "3D", want: "Client_3D" },
  { title: "\u5e97", want: "Client" },
  { title: "Shop", want: "Shop2" },
])("a client takes a name that a class can have: $title", ({ title, want }) => {
  const model = modelOf({ info: { title, version: "1" }, components: { schemas: { ShopApi: {} } } });
  expect(model.client.name).toBe(want);
});
