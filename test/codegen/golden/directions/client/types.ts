// Generated from directions.yaml. To change it, edit the document and generate again.

/** An account and who may use it. */
export interface Account {
  id: string;
  name: string;
  users: User[];
  address?: Address;
}

/** An account and who may use it. */
export interface AccountInput {
  name: string;
  password: string;
  users: UserInput[];
  address?: Address;
}

/** Refers to an account, which differs, so it differs too. */
export interface User {
  name?: string;
  deputy?: Account;
}

/** Refers to an account, which differs, so it differs too. */
export interface UserInput {
  name?: string;
  deputy?: AccountInput;
}

/** The same in both directions. */
export interface Address {
  city?: string;
}

/** Is never sent. */
export interface Entry {
  at: string;
  account?: Account;
}
