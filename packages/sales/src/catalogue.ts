import { createCatalogue } from '@vinculo/records/types/catalogue';
import { accountType } from './accounts/type';
import { activityType } from './activities/type';
import { contactType } from './contacts/type';
import { leadType } from './leads/type';
import { opportunityType } from './opportunities/type';

export const accountModel = { type: accountType };
export const contactModel = { type: contactType };
export const leadModel = { type: leadType };
export const opportunityModel = { type: opportunityType };
export const activityModel = { type: activityType };

/** Every record type of the product with its rules, in the order of the navigation. */
export const catalogue = createCatalogue([
  accountModel,
  contactModel,
  leadModel,
  opportunityModel,
  activityModel,
]);
