import { NotFoundError, PermissionError } from "../errors/index.js";
import { operations } from "../generated/aps/index.js";
import type { AllowedOperation } from "../generated/aps/types.js";
import { type Operation, OperationGroup } from "../runtime/index.js";
import { checkItems } from "./checked-response.js";

/** Whose rights {@link Permissions.check} looks at. */
export interface CheckPermissionsOptions {
  /**
   * APS ID of the staff member whose key the client signs with. No key can tell whose it is: without this, it is known
   * which rights each method needs, and not which are granted.
   */
  readonly userId?: string | undefined;
  /** Ends the look-up. */
  readonly signal?: AbortSignal | undefined;
}

/** Whether a key may call an operation. */
export interface OperationPermission {
  /** Public name of the method: `orders.create`. */
  readonly operation: string;
  /** Allowed Operations that it needs: an APS type without its version, and a verb. Empty where it needs none. */
  readonly needs: readonly string[];
  /**
   * `denied` will answer 403. `unknown` where the rights could not be read, or where what the call is about decides
   * which of several is needed.
   */
  readonly verdict: "allowed" | "denied" | "unknown";
}

/** What a key may do. */
export interface PermissionReport {
  /** Every operation of the document, by their names. */
  readonly operations: readonly OperationPermission[];
  /** Why the rights could not be read; `undefined` where they were. */
  readonly unreadable: string | undefined;
}

/** What the key of a client may do. */
export class Permissions extends OperationGroup {
  /**
   * Compares the Allowed Operations of a user with those that each method needs, so that what will answer 403 is known
   * before a customer finds out.
   *
   * It says nothing of resources that the user may not see: reading and changing them takes no Allowed Operation.
   *
   * `GET /aps/2/resources/{userId}/allowedOperations`
   *
   * @throws ApiError, ConnectionError or TimeoutError for whatever else goes wrong than that the user may not look
   * @throws ResponseValidationError for an answer that is not a list of Allowed Operations
   */
  async check({ userId, signal }: CheckPermissionsOptions = {}): Promise<PermissionReport> {
    const { granted, unreadable } = userId === undefined ? noUser : await this.#granted(userId, signal);
    // A bundler that makes an object of the module puts what it exports in an order of its own.
    const all = Object.values<Operation<object, unknown>>(operations).sort(byName);
    return {
      operations: all.map(({ name, permissions: needs = [] }) => {
        return { operation: name, needs, verdict: verdictOn(needs, granted) };
      }),
      unreadable,
    };
  }

  async #granted(userId: string, signal: AbortSignal | undefined): Promise<Grants> {
    try {
      const response = await this.core.call(operations.getAllowedOperations, { userId }, { signal }).withResponse();
      const allowed = checkItems("permissions.check", response);
      return { granted: new Set(allowed.flatMap(rightsOf)), unreadable: undefined };
    } catch (error) {
      const isHidden = error instanceof PermissionError || error instanceof NotFoundError;
      if (!isHidden) throw error;
      return { granted: undefined, unreadable: error.message };
    }
  }
}

function byName(a: Operation<object, unknown>, b: Operation<object, unknown>): number {
  return a.name < b.name ? -1 : Number(a.name > b.name);
}

/** The rights of a user, or why they are not known. */
interface Grants {
  readonly granted: ReadonlySet<string> | undefined;
  readonly unreadable: string | undefined;
}

const noUser: Grants = {
  granted: undefined,
  unreadable: "give the userId of the staff member whose key it is: the platform does not tell whose a key is",
};

function verdictOn(needs: readonly string[], granted: ReadonlySet<string> | undefined): OperationPermission["verdict"] {
  if (needs.length === 0) return "allowed";
  if (granted === undefined) return "unknown";
  const isGranted = needs.map((right) => granted.has(right));
  if (isGranted.every(Boolean)) return "allowed";
  return isGranted.some(Boolean) ? "unknown" : "denied";
}

/**
 * Right that an entry grants, as the document writes it; none where the entry names no type. Whether an entry may name a
 * version is not documented, so the version is left out.
 */
function rightsOf({ apsType, method }: Partial<AllowedOperation>): readonly string[] {
  return typeof apsType === "string" ? [`${apsType.replace(/\/\d+(?:\.\d+)*$/, "")} ${method}`] : [];
}
