import { ApsClient } from "apsdirect";

/** What a lesson orders, and for whom. */
export interface SomethingToOrder {
  readonly accountId: string;
  readonly planId: string;
}

/** The account and the plan of the command line, or else the first customer and the first plan that there are. */
export async function somethingToOrder(): Promise<SomethingToOrder> {
  const [accountId, planId] = process.argv.slice(2);
  const sdk = new ApsClient();
  const [customer] = await sdk.accounts.list((a) => [a.eq("type", "CLIENT"), a.limit(0, 1)]).all({ max: 1 });
  const [plan] = await sdk.servicePlans.list((p) => [p.limit(0, 1)]).all({ max: 1 });
  if (customer === undefined || plan === undefined) throw new Error("There is no customer, or no plan to order");
  return { accountId: accountId ?? customer.aps.id, planId: planId ?? plan.aps.id };
}
