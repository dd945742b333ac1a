import { createCatalogue, type RecordModel } from '@vinculo/records/types/catalogue';
import { accountType } from './accounts/type';
import { activityBehaviour } from './activities/behaviour';
import { activityType } from './activities/type';
import { contactType } from './contacts/type';
import { leadBehaviour } from './leads/behaviour';
import { leadType } from './leads/type';
import { opportunityBehaviour } from './opportunities/behaviour';
import { opportunityType } from './opportunities/type';

export const accountModel: RecordModel = { type: accountType };
export const contactModel: RecordModel = { type: contactType };
export const leadModel: RecordModel = { type: leadType, behaviour: leadBehaviour };
export const opportunityModel: RecordModel = { type: opportunityType, behaviour: opportunityBehaviour };
export const activityModel: RecordModel = { type: activityType, behaviour: activityBehaviour };

/** Every record type of the product with its rules, in the order of the navigation. */
export const catalogue = createCatalogue([
  accountModel,
  contactModel,
  leadModel,
  opportunityModel,
  activityModel,
]);
