/** APS types of the sandbox's resources. */
export const apsTypes = {
  account: "http://parallels.com/aps/types/pa/account/1.2",
  bssAccountInfo: "http://parallels.com/pa/bss-account-info/1.0",
  subscription: "http://parallels.com/aps/types/pa/subscription/1.0",
  adminUser: "http://parallels.com/aps/types/pa/admin-user/1.2",
  serviceUser: "http://parallels.com/aps/types/pa/service-user/1.2",
  servicePlan: "http://www.odin.com/billing/ServicePlan/1.1",
  billingResource: "http://www.odin.com/billing/Resource/1.3",
  bssSubscription: "http://www.odin.com/billing/Subscription/1.0",
  orderManagement: "http://www.odin.com/billing/order-management/1.22",
  discountManagement: "http://www.odin.com/oa/billing/discount-management/1.8",
  paymentMethodManagement: "http://www.odin.com/billing/payment-method-management/1.5",
  paymentManagement: "http://www.odin.com/billing/payment-management/1.3",
} as const;

/** Other types that a type implements. */
export const baseTypes: Readonly<Record<string, readonly string[]>> = {
  [apsTypes.account]: ["http://aps-standard.org/types/core/account/1.0"],
  [apsTypes.adminUser]: ["http://aps-standard.org/types/core/admin-user/1.0"],
  [apsTypes.orderManagement]: ["http://aps-standard.org/types/core/application/1.0"],
};

/** Types of the collections, by alias. */
export const collectionTypes: Readonly<Record<string, string>> = {
  accounts: apsTypes.account,
  "admin-users": "http://aps-standard.org/types/core/admin-user/1.0",
  "pa-admin-users": apsTypes.adminUser,
  "pa-service-users": apsTypes.serviceUser,
  subscriptions: apsTypes.subscription,
  "service-plans": apsTypes.servicePlan,
  "bss-subscriptions": apsTypes.bssSubscription,
};

/** To-many relations of an account, with the type of the members and their link back to the account. */
export const collectionLinks: Readonly<Record<string, { readonly type: string; readonly link: string }>> = {
  subscriptions: { type: apsTypes.subscription, link: "account" },
  accounts: { type: apsTypes.account, link: "parent" },
  users: { type: apsTypes.adminUser, link: "organization" },
};

/**
 * Returns true if `implementing(asked)` finds resources of `type`. `asked` may have a full version, a major version or
 * none. A newer minor version implements the older ones.
 */
export function isImplementing(type: string, asked: string): boolean {
  const base = Object.hasOwn(baseTypes, type) ? (baseTypes[type] ?? []) : [];
  return [type, ...base].some((candidate) => isVersionOf(parseType(candidate), parseType(asked)));
}

/** Type id without its version. */
export function typeName(type: string): string {
  return parseType(type).name;
}

interface TypeName {
  readonly name: string;
  readonly major: number | undefined;
  readonly minor: number | undefined;
}

function parseType(type: string): TypeName {
  const [, name = type, major, minor] = /^(.*?)(?:\/(\d+)(?:\.(\d+))?)?$/.exec(type) ?? [];
  return {
    name,
    major: major === undefined ? undefined : Number(major),
    minor: minor === undefined ? undefined : Number(minor),
  };
}

function isVersionOf(type: TypeName, asked: TypeName): boolean {
  if (type.name !== asked.name) return false;
  if (asked.major === undefined) return true;
  return type.major === asked.major && (asked.minor ?? 0) <= (type.minor ?? 0);
}
