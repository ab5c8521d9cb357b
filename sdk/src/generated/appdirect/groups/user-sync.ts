// Generated from appdirect.yaml. To change it, edit the document and generate again.
import { type Call, type CallOptions, OperationGroup } from "../../../runtime/index.js";
import { createUserSyncTask } from "../operations/user-sync.js";
import type { UserSyncTask } from "../types.js";

/** User assignments that the vendor made or ended, reported to the marketplace. */
export class UserSync extends OperationGroup {
  /**
   * Reports that the vendor assigned or unassigned a user.
   *
   * For products whose administrators also manage users in the product itself. Without it, the user list in the
   * marketplace differs from the one in the product. You do not need to report assignments that came through an
   * event.
   *
   * User sync must be enabled for the product; otherwise the response is 403. `developerIdentifier` and
   * `accountIdentifier` identify the vendor and the subscription. `userIdentifier` is the vendor's own ID of the
   * user. If an event assigned the user, it is the ID that the vendor returned for `USER_ASSIGNMENT`.
   *
   * The response is empty: the marketplace runs the task later. A 404 means that the subscription does not exist. A
   * 400 names what is missing or wrong: `INVALID TYPE`, `INVALID OPERATION`, `ACCOUNT IDENTIFIER MISSING`,
   * `DEVELOPER IDENTIFIER MISSING` or `USER IDENTIFIER MISSING`.
   *
   * The effect of sending a task twice is unconfirmed, so the SDK does not retry this call.
   *
   * `POST /api/sync/v1/tasks`
   *
   * @throws ApiError 400: The body is incomplete or invalid.
   * @throws ApiError 401: The signature is missing or wrong. The format of the body is unconfirmed.
   * @throws ApiError 403: The signature is missing or wrong, or the product lacks the permission. The format of the
   * body is unconfirmed.
   * @throws ApiError 404: The marketplace has no subscription with this account identifier.
   * @throws ApiError 429: Too many requests. The body is empty.
   * @throws ApiError: Refused. The format of the body is unconfirmed; it usually contains a message.
   */
  create(task: UserSyncTask, options?: CallOptions): Call<undefined> {
    return this.core.call(createUserSyncTask, { body: task }, options);
  }
}
