import { accountType } from './accounts/type';
import { activityType } from './activities/type';
import { contactType } from './contacts/type';
import { leadType } from './leads/type';
import { opportunityType } from './opportunities/type';

/** Every record type of the product, in the order of the navigation. */
export const RECORD_TYPES = [accountType, contactType, leadType, opportunityType, activityType] as const;
