// Generated from appdirect.yaml. To change it, edit the document and generate again.
import { type Call, type CallOptions, OperationGroup } from "../../../runtime/index.js";
import { createUserSyncTask } from "../operations/user-sync.js";
import type { UserSyncTask } from "../types.js";

/** Assignments that were made or ended at the vendor, told to the marketplace. */
export class UserSync extends OperationGroup {
  /**
   * Tells the marketplace that the vendor assigned or unassigned a user itself.
   *
   * For products in which administrators manage users at the vendor as well: without it, the marketplace shows
   * other users than the product has. Assignments that came by an event need no report.
   *
   * User sync must be switched on for the product, else the answer is 403. `developerIdentifier` and
   * `accountIdentifier` name vendor and subscription; `userIdentifier` is the vendor's own ID of the user, the one
   * that was answered to `USER_ASSIGNMENT` where it was assigned by an event.
   *
   * The answer is empty: the marketplace carries the task out later. A 404 means that the subscription is not
   * known; a 400 names what is missing or wrong: `INVALID TYPE`, `INVALID OPERATION`, `ACCOUNT IDENTIFIER MISSING`,
   * `DEVELOPER IDENTIFIER MISSING` or `USER IDENTIFIER MISSING`.
   *
   * What the marketplace does with a task that comes twice is unconfirmed, so the SDK does not repeat it.
   *
   * `POST /api/sync/v1/tasks`
   *
   * @throws ApiError 400: Something in the body is missing or wrong.
   * @throws ApiError 401: The signature is missing or wrong. The form of the body is unconfirmed.
   * @throws ApiError 403: The signature is missing or wrong, or the product may not do this. The form of the body is
   * unconfirmed.
   * @throws ApiError 404: The marketplace has no subscription with this account identifier.
   * @throws ApiError 429: Too many calls. The body is empty.
   * @throws ApiError: Refused. The form of the body is unconfirmed; a message in words is usual.
   */
  create(task: UserSyncTask, options?: CallOptions): Call<undefined> {
    return this.core.call(createUserSyncTask, { body: task }, options);
  }
}
