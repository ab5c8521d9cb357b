import { ApsClient } from "apsdirect";

/** Account and service plan that a lesson orders with. */
export interface SomethingToOrder {
  readonly accountId: string;
  readonly planId: string;
}

/** Reads the account and the plan from the command line. Defaults to the first customer and the first plan. */
export async function somethingToOrder(): Promise<SomethingToOrder> {
  const [accountId, planId] = process.argv.slice(2);
  const sdk = new ApsClient();
  const [customer] = await sdk.accounts.list((a) => [a.eq("type", "CLIENT"), a.limit(0, 1)]).all({ max: 1 });
  const [plan] = await sdk.servicePlans.list((p) => [p.limit(0, 1)]).all({ max: 1 });
  if (customer === undefined || plan === undefined) throw new Error("No customer or no service plan found");
  return { accountId: accountId ?? customer.aps.id, planId: planId ?? plan.aps.id };
}
