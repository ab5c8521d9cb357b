// Generated from vaults.yaml. To change it, edit the document and generate again.
import {
  type Call,
  type CallOptions,
  type List,
  type ListOptions,
  OperationGroup,
  type RqlClauses,
  type RqlQuery,
  rqlList,
  type Selected,
} from "apsdirect/runtime";
import { getAps2Resources, postAps2Resources } from "../operations/vaults.js";
import type { Vault } from "../types.js";

export class Vaults extends OperationGroup {
  /**
   * Lists vaults. The query must name the type with `implementing`.
   *
   * `GET /aps/2/resources`
   *
   * @param rql Filter of the list: typed operators of the resource, an expression, or RQL text.
   */
  list<const C extends RqlClauses = RqlClauses>(
    rql?: RqlQuery<Vault, C>,
    options?: ListOptions,
  ): List<Selected<Vault, C>> {
    return rqlList(this.core, getAps2Resources, {}, rql, options);
  }

  /**
   * Creates a vault.
   *
   * `POST /aps/2/resources`
   */
  create(vault: Vault, options?: CallOptions): Call<Vault> {
    return this.core.call(postAps2Resources, { body: vault }, options);
  }
}
