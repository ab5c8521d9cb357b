// Generated from files.yaml. To change it, edit the document and generate again.

/** An order with its lines. */
export type Order = {
  id: Id;
  total?: Money;
} & {
  lines?: {
    price: Money;
    of?: Order;
    first?: OrderAllOf0;
  }[];
};

export interface Money {
  amount: number;
  currency?: "EUR" | "USD" | (string & {});
}

export type MoneyCurrency = "EUR" | "USD" | (string & {});

export type Id = string;

export type OrderAllOf1Lines = {
  price: Money;
  of?: Order;
  first?: OrderAllOf0;
}[];

export type PositiveNumber = number;

export interface OrderAllOf0 {
  id: Id;
  total?: Money;
}

export interface OrderAllOf1LinesItem {
  price: Money;
  of?: Order;
  first?: OrderAllOf0;
}
