import { ResponseValidationError } from "apsdirect";
import { rql } from "apsdirect/rql";
import { expect, test } from "vitest";
import { platform } from "../../support/platform.js";
import { json } from "../../support/raw-server.js";

const account = "http://parallels.com/aps/types/pa/account/1.2";
const aps = { id: "a-1", type: account, status: "aps:ready", revision: 1 };

/** Account as some platforms send it: a number as text, `null` for an absent value, and an additional field. */
const sent = { aps, id: "1000031", locked: "true", companyName: null, vendorField: "1000031" };
const understood = { aps, id: 1000031, locked: true, vendorField: "1000031" };

function accounts(options = {}) {
  return platform([json([sent], { headers: { "content-range": "items 0-0/1" } })], options);
}

test("implementing sends the same text as before", async () => {
  const { server, sdk } = await accounts();
  const list = sdk.resources.list((r) => [
    r.implementing(account),
    r.eq("companyName", "Fabrikam (West)"),
    r.select("aps.id", "companyName"),
  ]);
  await list.all({ max: 5 });
  expect(server.requests.map(({ line }) => line)).toEqual([
    `GET /aps/2/resources?implementing(${account}),eq(companyName,Fabrikam%20%28West%29),select(aps.id,companyName),limit(0,100) HTTP/1.1`,
  ]);
});

test.each([account, account.replace(".2", ""), account.replace("/1.2", "")])(
  "items are what the type that %s names says",
  async (id) => {
    const { sdk } = await accounts({ validation: { response: "strict" } });
    expect(await sdk.resources.list((r) => [r.implementing(id)]).all({ max: 5 })).toEqual([understood]);
    expect(await sdk.resources.listLinked("b-1", "paAccount", rql.implementing(id)).all({ max: 5 })).toEqual([
      understood,
    ]);
    expect(await sdk.resources.listCollection("accounts", `implementing(${id}),limit(0,5)`).all({ max: 5 })).toEqual([
      understood,
    ]);
  },
);

test("items stay unchanged if their type is not certain", async () => {
  const { sdk } = await accounts({ validation: { response: "strict" } });
  const { companyName: _, ...others } = sent;
  const open = [
    sdk.resources.list(),
    sdk.resources.list((r) => r.implementing("http://parallels.com/aps/types/pa/account/1.3")),
    sdk.resources.list((r) => r.implementing("toString")),
    sdk.resources.list((r) => r.or(r.implementing(account), r.eq("id", 1))),
    sdk.resources.list((r) => r.not(r.implementing(account))),
    sdk.resources.list((r) => r.composing(account)),
  ];
  for (const list of open) expect(await list.all({ max: 5 })).toMatchObject([others]);
});

test("an item that does not match its type is refused if responses are validated strictly", async () => {
  const { sdk } = await platform([json([{ ...sent, id: "many" }])], { validation: { response: "strict" } });
  const list = sdk.resources.list((r) => [r.eq("a", 1), r.implementing(account)]);
  await expect(list.all({ max: 5 })).rejects.toBeInstanceOf(ResponseValidationError);
  await expect(list.all({ max: 5 })).rejects.toThrow(/\$\[0\]\.id/);
});

test("properties that a select leaves out are not required", async () => {
  const selected = json([{ aps: { id: "a-1" }, companyName: "Fabrikam" }]);
  const { sdk } = await platform([selected], { validation: { response: "strict" } });
  const list = sdk.resources.list((r) => [r.implementing(account), r.select("aps.id", "companyName")]);
  expect(await list.all({ max: 5 })).toEqual([{ aps: { id: "a-1" }, companyName: "Fabrikam" }]);
});
