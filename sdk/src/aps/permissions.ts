import { NotFoundError, PermissionError } from "../errors/index.js";
import { operations } from "../generated/aps/index.js";
import type { AllowedOperation } from "../generated/aps/types.js";
import { type Operation, OperationGroup } from "../runtime/index.js";
import { checkItems } from "./checked-response.js";

/** Options of {@link Permissions.check}. */
export interface CheckPermissionsOptions {
  /**
   * APS ID of the staff member whose key the client signs with. A key does not identify its owner: without this ID, the
   * report shows the rights that each method needs, but not which of them are granted.
   */
  readonly userId?: string | undefined;
  /** Aborts the check. */
  readonly signal?: AbortSignal | undefined;
}

/** Permission of a key to call one operation. */
export interface OperationPermission {
  /** Public name of the method: `orders.create`. */
  readonly operation: string;
  /** Required Allowed Operations: an APS type without its version, and a verb. Empty if it needs none. */
  readonly needs: readonly string[];
  /**
   * `denied` means that the call will fail with 403. `unknown` means that the rights could not be read, or that the
   * arguments of the call decide which of several rights it needs.
   */
  readonly verdict: "allowed" | "denied" | "unknown";
}

/** Permissions of a key. */
export interface PermissionReport {
  /** All operations of the document, sorted by name. */
  readonly operations: readonly OperationPermission[];
  /** Reason why the rights could not be read; `undefined` if they were read. */
  readonly unreadable: string | undefined;
}

/** Permissions of a client's key. */
export class Permissions extends OperationGroup {
  /**
   * Compares the Allowed Operations of a user with those that each method needs, so that you find missing rights before
   * a customer gets a 403.
   *
   * The report does not cover resources that the user may not see: reading and changing them needs no Allowed
   * Operation.
   *
   * `GET /aps/2/resources/{userId}/allowedOperations`
   *
   * @throws ApiError, ConnectionError or TimeoutError for any failure other than missing access to the user
   * @throws ResponseValidationError if the response is not a list of Allowed Operations
   */
  async check({ userId, signal }: CheckPermissionsOptions = {}): Promise<PermissionReport> {
    const { granted, unreadable } = userId === undefined ? noUser : await this.#readGrants(userId, signal);
    // Sorted, because a bundler that turns the module into an object may reorder its exports.
    const all = Object.values<Operation<object, unknown>>(operations).sort(compareNames);
    return {
      operations: all.map(({ name, permissions: needs = [] }) => {
        return { operation: name, needs, verdict: decideVerdict(needs, granted) };
      }),
      unreadable,
    };
  }

  async #readGrants(userId: string, signal: AbortSignal | undefined): Promise<Grants> {
    try {
      const response = await this.core.call(operations.getAllowedOperations, { userId }, { signal }).withResponse();
      const allowed = checkItems("permissions.check", response);
      return { granted: new Set(allowed.flatMap(readRights)), unreadable: undefined };
    } catch (error) {
      const isHidden = error instanceof PermissionError || error instanceof NotFoundError;
      if (!isHidden) throw error;
      return { granted: undefined, unreadable: error.message };
    }
  }
}

function compareNames(a: Operation<object, unknown>, b: Operation<object, unknown>): number {
  return a.name < b.name ? -1 : Number(a.name > b.name);
}

/** Rights of a user, or the reason why they are unknown. */
interface Grants {
  readonly granted: ReadonlySet<string> | undefined;
  readonly unreadable: string | undefined;
}

const noUser: Grants = {
  granted: undefined,
  unreadable: "pass the userId of the staff member who owns the key: the platform does not tell who owns a key",
};

function decideVerdict(
  needs: readonly string[],
  granted: ReadonlySet<string> | undefined,
): OperationPermission["verdict"] {
  if (needs.length === 0) return "allowed";
  if (granted === undefined) return "unknown";
  const isGranted = needs.map((right) => granted.has(right));
  if (isGranted.every(Boolean)) return "allowed";
  return isGranted.some(Boolean) ? "unknown" : "denied";
}

/**
 * Returns the right that an entry grants, in the document's notation, or nothing if the entry has no type. It is not
 * documented whether an entry may include a version, so the version is removed.
 */
function readRights({ apsType, method }: Partial<AllowedOperation>): readonly string[] {
  return typeof apsType === "string" ? [`${apsType.replace(/\/\d+(?:\.\d+)*$/, "")} ${method}`] : [];
}
