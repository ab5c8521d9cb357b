import type { ApsResource } from "./resource.js";
import { apsTypes } from "./resource-types.js";
import { linkTo } from "./resources.js";

/** Properties of a seeded account. */
export interface SeededAccount {
  readonly apsId: string;
  /** APS ID of the billing record. */
  readonly bssId: string;
  readonly id: number;
  readonly type: "CLIENT" | "RESELLER";
  readonly companyName: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly locality: string;
  readonly countryName: string;
  readonly modified: string;
  /** APS ID of the reseller it belongs to. Absent for the provider's own accounts. */
  readonly parentId?: string;
}

const woodgrove = "0f5a2d9c-1f63-4b0e-a4b7-7ec0b7c1d2e3";

/** Company names cover all characters that queries commonly encode wrongly. */
export const seededAccounts: readonly SeededAccount[] = [
  {
    apsId: woodgrove,
    bssId: "8b154c34-09e5-4144-ad24-89f777d87faf",
    id: 1000020,
    type: "RESELLER",
    companyName: "Woodgrove Resale",
    givenName: "Mei",
    familyName: "Wong",
    email: "mw@aps.test",
    locality: "Seattle",
    countryName: "us",
    modified: "2023-11-05T09:00:00Z",
  },
  {
    apsId: "3877a739-d939-43a2-86b5-11f3e91adf32",
    bssId: "9bffb560-8e98-4bad-b689-e81f0d0156a8",
    id: 1000021,
    type: "RESELLER",
    companyName: "Fourth Coffee Distribution",
    givenName: "Paul",
    familyName: "Ferrer",
    email: "paul@fourthcoffee.example",
    locality: "Barcelona",
    countryName: "es",
    modified: "2023-12-01T10:30:00Z",
  },
  {
    apsId: "3d2c8a51-77e0-4c0b-9b55-0e1f6d4f7a10",
    bssId: "b6f0c1d2-5a49-4f7e-8a3c-2c9d1e7b4f60",
    id: 1000031,
    type: "CLIENT",
    companyName: "Northwind Traders",
    givenName: "Ana",
    familyName: "Trujillo",
    email: "ops@northwind.example",
    locality: "Portland",
    countryName: "us",
    modified: "2024-03-11T08:15:42Z",
    parentId: woodgrove,
  },
  {
    apsId: "a7c1e5d9-42b8-4f36-9e0d-3b8f6a2c1d74",
    bssId: "eb7b4ff4-f708-4960-845d-94c57e68efc2",
    id: 1000032,
    type: "CLIENT",
    companyName: "Tailspin Toys",
    givenName: "Jon",
    familyName: "Dale",
    email: "it@tailspin.example",
    locality: "Denver",
    countryName: "us",
    modified: "2024-03-12T10:02:09Z",
    parentId: woodgrove,
  },
  {
    apsId: "ad2b10d4-5478-47f5-b949-3577570c4a25",
    bssId: "db156b75-04ab-4641-aa49-0c86ba9ba2f9",
    id: 1000033,
    type: "CLIENT",
    companyName: "Fabrikam",
    givenName: "Ida",
    familyName: "Berg",
    email: "ida@fabrikam.example",
    locality: "Oslo",
    countryName: "no",
    modified: "2024-03-13T07:41:00Z",
  },
  {
    apsId: "f636f0ae-dba7-4981-a0ac-43d44fda1e27",
    bssId: "0c4b29e1-1cd8-4e14-a14e-d9f8c1546d52",
    id: 1000034,
    type: "CLIENT",
    companyName: "Fab (A) Industries",
    givenName: "Rui",
    familyName: "Alves",
    email: "rui@fab-a.example",
    locality: "Porto",
    countryName: "pt",
    modified: "2024-03-14T12:00:00Z",
  },
  {
    apsId: "f889570f-a5b2-49e8-b958-b5aae599e9ea",
    bssId: "3139779d-b936-4c9c-a1d8-8ea4e7147701",
    id: 1000035,
    type: "CLIENT",
    companyName: "Adatum, Ltd.",
    givenName: "Kim",
    familyName: "Abercrombie",
    email: "kim@adatum.example",
    locality: "Leeds",
    countryName: "gb",
    modified: "2024-03-15T15:30:10Z",
  },
  {
    apsId: "d5117943-e4a5-4c5f-b01d-e7434e9ef8f5",
    bssId: "298e9657-69c6-4353-9f20-07be221a36c6",
    id: 1000036,
    type: "CLIENT",
    companyName: "O'Hara Marine",
    givenName: "Niall",
    familyName: "O'Hara",
    email: "niall@ohara.example",
    locality: "Cork",
    countryName: "ie",
    modified: "2024-03-16T09:12:00Z",
  },
  {
    apsId: "0527ce98-34a2-45b2-afb9-310e969b4570",
    bssId: "c526e43b-cc1a-41f9-a671-be3097e82941",
    id: 1000037,
    type: "CLIENT",
    companyName: "Baker & Sons",
    givenName: "Tom",
    familyName: "Baker",
    email: "tom@baker.example",
    locality: "Boston",
    countryName: "us",
    modified: "2024-03-17T18:20:31Z",
    parentId: woodgrove,
  },
  {
    apsId: "ee0a899d-1046-446e-a615-81afdb9e91ee",
    bssId: "2bfaf0ee-4b1d-4185-948a-2d2129430cfa",
    id: 1000038,
    type: "CLIENT",
    companyName: "Zürcher Käserei",
    givenName: "Urs",
    familyName: "Zürcher",
    email: "urs@kaeserei.example",
    locality: "Zürich",
    countryName: "ch",
    modified: "2024-03-18T06:05:00Z",
  },
  {
    apsId: "67e7eb6c-d200-45be-91b7-235600a9ec82",
    bssId: "ac491550-a5cc-413c-8720-2df545923810",
    id: 1000039,
    type: "CLIENT",
    companyName: "100% Pure",
    givenName: "Lena",
    familyName: "Reiner",
    email: "lena@pure.example",
    locality: "Graz",
    countryName: "at",
    modified: "2024-03-19T11:11:11Z",
  },
  {
    apsId: "f12fbccb-d6e9-472d-87c4-5dcecc5f90cb",
    bssId: "b855708e-0d75-4cb2-8852-6ade42975d1b",
    id: 1000040,
    type: "CLIENT",
    companyName: "Star*Light Events",
    givenName: "Zoe",
    familyName: "Star",
    email: "zoe@starlight.example",
    locality: "Sydney",
    countryName: "au",
    modified: "2024-03-20T22:00:00Z",
  },
  {
    apsId: "6da08eb0-3f6c-404a-8fee-8b140d6e34b3",
    bssId: "af3c3754-1667-464a-9812-b3479d1b41b1",
    id: 1000041,
    type: "CLIENT",
    companyName: "Litware = 1+1; more",
    givenName: "Eva",
    familyName: "Krause",
    email: "eva+orders@litware.example",
    locality: "Bonn",
    countryName: "de",
    modified: "2024-03-21T13:20:11Z",
  },
];

/** Resources for all accounts, each followed by its billing record. */
export function accountResources(accounts: readonly SeededAccount[]): readonly ApsResource[] {
  return accounts.flatMap((account) => [accountResource(account), billingRecord(account)]);
}

function accountResource(account: SeededAccount): ApsResource {
  const contact = contactOf(account);
  return {
    aps: { id: account.apsId, type: apsTypes.account, status: "aps:ready", revision: 4, modified: account.modified },
    id: account.id,
    type: account.type,
    locked: false,
    personal: false,
    companyName: account.companyName,
    addressPostal: {
      streetAddress: "120 Harbour Rd",
      extendedAddress: "",
      locality: account.locality,
      region: "",
      countryName: account.countryName,
      postalCode: "97201",
    },
    adminContact: contact,
    billingContact: contact,
    techContact: contact,
    ...(account.parentId === undefined ? {} : { parent: linkTo(account.parentId) }),
    subscriptions: { aps: { link: "collection", href: `/aps/2/resources/${account.apsId}/subscriptions` } },
    bssAccountInfo: linkTo(account.bssId),
  };
}

function contactOf({ email, givenName, familyName }: SeededAccount) {
  return {
    email,
    givenName,
    middleName: "",
    familyName,
    organizationName: "",
    telVoice: "1#503#5550101#",
    telFax: "####",
    locale: "en_US",
  };
}

function billingRecord(account: SeededAccount): ApsResource {
  return {
    aps: {
      id: account.bssId,
      type: apsTypes.bssAccountInfo,
      status: "aps:ready",
      revision: 3,
      modified: account.modified,
    },
    accountId: account.id,
    accountCurrencyCode: "USD",
    status: "ACTIVE",
    localeId: "en_US",
    paAccount: linkTo(account.apsId),
  };
}
