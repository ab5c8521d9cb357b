import { type Sandbox, startSandbox } from "@apsdirect/sandbox";
import { ApsClient, NotFoundError } from "apsdirect";
import { nodeFetch } from "apsdirect/node";
import { afterAll, beforeAll, expect, test } from "vitest";

const VAULT = "http://adatum.example/backup/vault/1.0";
const NORTHWIND = "3d2c8a51-77e0-4c0b-9b55-0e1f6d4f7a10";
const FOURTH_COFFEE = "3877a739-d939-43a2-86b5-11f3e91adf32";

let sandbox: Sandbox;
let sdk: ApsClient;
beforeAll(async () => {
  sandbox = await startSandbox();
  sdk = new ApsClient({ ...sandbox.aps, fetch: nodeFetch({ ca: sandbox.certificate }) });
});
afterAll(() => sandbox.close());

async function newVault(): Promise<string> {
  const { aps } = (await sdk.resources.create({ aps: { type: VAULT }, name: "Vault" })) ?? {};
  return aps?.id ?? "";
}

test("a relation is led to a resource, read from both ways, led elsewhere, and ended", async () => {
  const [vault, other] = [await newVault(), await newVault()];
  const link = await sdk.resources.link(vault, "copy", { aps: { id: other } });
  expect(link).toEqual({ aps: { link: "weak", id: other, href: `/aps/2/resources/${other}` } });
  expect(await sdk.resources.listLinks(vault)).toEqual([link]);
  expect((await sdk.resources.listLinked(vault, "copy").all({ max: 10 })).map(({ aps }) => aps.id)).toEqual([other]);
  expect((await sdk.resources.getLinked(vault, "copy", other)).aps.id).toBe(other);
  const third = await newVault();
  await sdk.resources.link(vault, "copy", { aps: { id: third } });
  await expect(sdk.resources.getLinked(vault, "copy", other)).rejects.toBeInstanceOf(NotFoundError);
  await sdk.resources.unlink(vault, "copy", third);
  expect(await sdk.resources.listLinks(vault)).toEqual([]);
  await expect(sdk.resources.unlink(vault, "copy", third)).rejects.toBeInstanceOf(NotFoundError);
  expect((await sdk.resources.get(third)).aps.id).toBe(third);
});

test("a new resource is created and linked at once, also into a collection of an account", async () => {
  const vault = await newVault();
  const created = await sdk.resources.createLinked(vault, "copy", { aps: { type: VAULT }, name: "Copy" });
  expect((await sdk.resources.listLinked(vault, "copy").all({ max: 10 })).map(({ aps }) => aps.id)).toEqual([
    created?.aps.id,
  ]);
  const user = { aps: { type: "http://parallels.com/aps/types/pa/admin-user/1.2" }, login: "new@northwind.example" };
  const { aps } = (await sdk.resources.createLinked(NORTHWIND, "users", user)) ?? {};
  const users = await sdk.resources.listLinked(NORTHWIND, "users").all({ max: 10 });
  expect(users.map((one) => one.aps.id)).toContain(aps?.id);
});

test("a customer is moved to another reseller", async () => {
  await sdk.resources.link(NORTHWIND, "parent", { aps: { id: FOURTH_COFFEE } });
  const customers = await sdk.resources.listLinked(FOURTH_COFFEE, "accounts").all({ max: 10 });
  expect(customers.map(({ aps }) => aps.id)).toContain(NORTHWIND);
});

test("what is not there cannot be linked, and nothing is left behind", async () => {
  const vault = await newVault();
  const nobody = "00000000-0000-4000-8000-000000000000";
  await expect(sdk.resources.link(vault, "copy", { aps: { id: nobody } })).rejects.toBeInstanceOf(NotFoundError);
  await expect(sdk.resources.link(nobody, "copy", { aps: { id: vault } })).rejects.toBeInstanceOf(NotFoundError);
  await expect(
    sdk.resources.createLinked(nobody, "copy", { aps: { type: VAULT }, name: "Orphan" }),
  ).rejects.toBeInstanceOf(NotFoundError);
  const vaults = await sdk.resources.list((r) => [r.implementing(VAULT)]).all({ max: 100 });
  expect(vaults.map((one) => one["name"])).not.toContain("Orphan");
  expect(await sdk.resources.listLinks(vault)).toEqual([]);
});

test("select leads across links, as deep as the path goes, and leaves the link what it is", async () => {
  const [user] = await sdk.users
    .listAdmins((u) => [u.eq("login", "ana@northwind.example"), u.select("login", "organization")])
    .all({ max: 1 });
  const query = (paths: string) =>
    sdk.resources.list(`eq(login,ana@northwind.example),select(${paths})`).all({ max: 1 });
  const link = { link: "weak", id: NORTHWIND, href: `/aps/2/resources/${NORTHWIND}` };
  expect(user).toMatchObject({ login: "ana@northwind.example", organization: { aps: link } });
  expect(await query("organization.companyName")).toEqual([
    { organization: { aps: link, companyName: "Northwind Traders" } },
  ]);
  expect(await query("organization.aps.id,organization.techContact.email")).toMatchObject([
    { organization: { aps: { id: NORTHWIND }, techContact: { email: expect.any(String) } } },
  ]);
  expect(await query("organization.bssAccountInfo.accountId")).toMatchObject([
    { organization: { aps: link, bssAccountInfo: { accountId: expect.any(Number) } } },
  ]);
  expect(await query("organization.nothing")).toEqual([{ organization: { aps: link } }]);
});
