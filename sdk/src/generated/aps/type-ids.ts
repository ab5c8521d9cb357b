// Generated from aps.yaml. To change it, edit the document and generate again.
import type { Schema } from "../../runtime/index.js";
import {
  accountSchema,
  billingResourceSchema,
  bssAccountInfoSchema,
  bssSubscriptionSchema,
  customerClassSchema,
  servicePlanSchema,
  subscriptionSchema,
  userSchema,
} from "./schemas.js";
import type {
  Account,
  BillingResource,
  BssAccountInfo,
  BssSubscription,
  CustomerClass,
  ServicePlan,
  Subscription,
  User,
} from "./types.js";

/** Types by their ids in `implementing(…)`: with a full version, a major version, or none. */
export interface TypesById {
  "http://parallels.com/aps/types/pa/account/1.2": Account;
  "http://parallels.com/aps/types/pa/account/1": Account;
  "http://parallels.com/aps/types/pa/account": Account;
  "http://aps-standard.org/types/core/account/1.0": Account;
  "http://aps-standard.org/types/core/account/1": Account;
  "http://aps-standard.org/types/core/account": Account;
  "http://parallels.com/pa/bss-account-info/1.0": BssAccountInfo;
  "http://parallels.com/pa/bss-account-info/1": BssAccountInfo;
  "http://parallels.com/pa/bss-account-info": BssAccountInfo;
  "http://www.odin.com/billing/CustomerClass/1.0": CustomerClass;
  "http://www.odin.com/billing/CustomerClass/1": CustomerClass;
  "http://www.odin.com/billing/CustomerClass": CustomerClass;
  "http://parallels.com/aps/types/pa/user/1.2": User;
  "http://parallels.com/aps/types/pa/user/1": User;
  "http://parallels.com/aps/types/pa/user": User;
  "http://parallels.com/aps/types/pa/admin-user/1.2": User;
  "http://parallels.com/aps/types/pa/admin-user/1": User;
  "http://parallels.com/aps/types/pa/admin-user": User;
  "http://parallels.com/aps/types/pa/service-user/1.2": User;
  "http://parallels.com/aps/types/pa/service-user/1": User;
  "http://parallels.com/aps/types/pa/service-user": User;
  "http://parallels.com/aps/types/pa/subscription/1.0": Subscription;
  "http://parallels.com/aps/types/pa/subscription/1": Subscription;
  "http://parallels.com/aps/types/pa/subscription": Subscription;
  "http://www.odin.com/billing/Subscription/1.0": BssSubscription;
  "http://www.odin.com/billing/Subscription/1": BssSubscription;
  "http://www.odin.com/billing/Subscription": BssSubscription;
  "http://www.odin.com/billing/Resource/1.3": BillingResource;
  "http://www.odin.com/billing/Resource/1": BillingResource;
  "http://www.odin.com/billing/Resource": BillingResource;
  "http://www.odin.com/billing/Resource/1.1": BillingResource;
  "http://www.odin.com/billing/ServicePlan/1.1": ServicePlan;
  "http://www.odin.com/billing/ServicePlan/1": ServicePlan;
  "http://www.odin.com/billing/ServicePlan": ServicePlan;
  "http://www.odin.com/billing/ServicePlan/1.0": ServicePlan;
}

/** Schemas by type id, used to validate the items of a list. */
export const schemasById: Readonly<Record<string, Schema<unknown>>> = {
  "http://parallels.com/aps/types/pa/account/1.2": accountSchema,
  "http://parallels.com/aps/types/pa/account/1": accountSchema,
  "http://parallels.com/aps/types/pa/account": accountSchema,
  "http://aps-standard.org/types/core/account/1.0": accountSchema,
  "http://aps-standard.org/types/core/account/1": accountSchema,
  "http://aps-standard.org/types/core/account": accountSchema,
  "http://parallels.com/pa/bss-account-info/1.0": bssAccountInfoSchema,
  "http://parallels.com/pa/bss-account-info/1": bssAccountInfoSchema,
  "http://parallels.com/pa/bss-account-info": bssAccountInfoSchema,
  "http://www.odin.com/billing/CustomerClass/1.0": customerClassSchema,
  "http://www.odin.com/billing/CustomerClass/1": customerClassSchema,
  "http://www.odin.com/billing/CustomerClass": customerClassSchema,
  "http://parallels.com/aps/types/pa/user/1.2": userSchema,
  "http://parallels.com/aps/types/pa/user/1": userSchema,
  "http://parallels.com/aps/types/pa/user": userSchema,
  "http://parallels.com/aps/types/pa/admin-user/1.2": userSchema,
  "http://parallels.com/aps/types/pa/admin-user/1": userSchema,
  "http://parallels.com/aps/types/pa/admin-user": userSchema,
  "http://parallels.com/aps/types/pa/service-user/1.2": userSchema,
  "http://parallels.com/aps/types/pa/service-user/1": userSchema,
  "http://parallels.com/aps/types/pa/service-user": userSchema,
  "http://parallels.com/aps/types/pa/subscription/1.0": subscriptionSchema,
  "http://parallels.com/aps/types/pa/subscription/1": subscriptionSchema,
  "http://parallels.com/aps/types/pa/subscription": subscriptionSchema,
  "http://www.odin.com/billing/Subscription/1.0": bssSubscriptionSchema,
  "http://www.odin.com/billing/Subscription/1": bssSubscriptionSchema,
  "http://www.odin.com/billing/Subscription": bssSubscriptionSchema,
  "http://www.odin.com/billing/Resource/1.3": billingResourceSchema,
  "http://www.odin.com/billing/Resource/1": billingResourceSchema,
  "http://www.odin.com/billing/Resource": billingResourceSchema,
  "http://www.odin.com/billing/Resource/1.1": billingResourceSchema,
  "http://www.odin.com/billing/ServicePlan/1.1": servicePlanSchema,
  "http://www.odin.com/billing/ServicePlan/1": servicePlanSchema,
  "http://www.odin.com/billing/ServicePlan": servicePlanSchema,
  "http://www.odin.com/billing/ServicePlan/1.0": servicePlanSchema,
};
