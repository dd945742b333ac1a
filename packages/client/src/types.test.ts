import { describe, expectTypeOf, it } from 'vitest';
import type { components } from './schema.gen';
import type * as ours from './types';

type Schemas = components['schemas'];

// Held by the type check; nothing happens at run time.
describe('the types of this package', () => {
  it('say what the API answers', () => {
    expectTypeOf<Schemas['Session']>().toExtend<ours.Session>();
    expectTypeOf<Schemas['Tenant']>().toExtend<ours.Tenant>();
    expectTypeOf<Schemas['Access']>().toExtend<ours.Access>();
    expectTypeOf<Schemas['InvitationLookup']>().toExtend<ours.InvitationLookup>();
    expectTypeOf<Schemas['DeviceSession']>().toExtend<ours.DeviceSession>();
    expectTypeOf<Schemas['LogInStep']>().toExtend<ours.LogInStep>();
    expectTypeOf<Schemas['TotpEnrolment']>().toExtend<ours.TotpEnrolment>();
    expectTypeOf<Schemas['Passkey']>().toExtend<ours.Passkey>();
    expectTypeOf<Schemas['SecondFactor']>().toExtend<ours.SecondFactor>();
    expectTypeOf<Schemas['User']>().toExtend<ours.User>();
    expectTypeOf<Schemas['Invitation']>().toExtend<ours.Invitation>();
    expectTypeOf<Schemas['Role']>().toExtend<ours.Role>();
    expectTypeOf<Schemas['ApiKey']>().toExtend<ours.ApiKey>();
    expectTypeOf<Schemas['NewApiKey']>().toExtend<ours.NewApiKey>();
    expectTypeOf<Schemas['Webhook']>().toExtend<ours.Webhook>();
    expectTypeOf<Schemas['NewWebhook']>().toExtend<ours.NewWebhook>();
    expectTypeOf<Schemas['WebhookEventType']>().toExtend<ours.WebhookEventType>();
    expectTypeOf<Schemas['WebhookDeliveryDetail']>().toExtend<ours.WebhookDeliveryDetail>();
    expectTypeOf<Schemas['InboundHook']>().toExtend<ours.InboundHook>();
    expectTypeOf<Schemas['NewInboundHook']>().toExtend<ours.NewInboundHook>();
    expectTypeOf<Schemas['Team']>().toExtend<ours.Team>();
    expectTypeOf<Schemas['AuditEntry']>().toExtend<ours.EventEnvelope>();
    expectTypeOf<Schemas['CurrencyRate']>().toExtend<ours.CurrencyRate>();
    expectTypeOf<Schemas['Account']>().toExtend<ours.RecordData>();
    expectTypeOf<Schemas['Activity']>().toExtend<ours.RecordData>();
    expectTypeOf<Schemas['DuplicateCandidate']>().toExtend<ours.DuplicateCandidate>();
    expectTypeOf<Schemas['SearchHit']>().toExtend<ours.SearchHit>();
    expectTypeOf<Schemas['View']>().toExtend<ours.View>();
    expectTypeOf<Schemas['Notification']>().toExtend<ours.Notification>();
    expectTypeOf<Schemas['Pipeline']>().toExtend<ours.Pipeline>();
    // Records in lists lack what only the whole record has, which `RecordData` does not tell apart.
    expectTypeOf<Omit<Schemas['Board'], 'columns'>>().toExtend<Omit<ours.Board, 'columns'>>();
    expectTypeOf<Omit<Schemas['BoardColumn'], 'items'>>().toExtend<Omit<ours.BoardColumn, 'items'>>();
    expectTypeOf<Schemas['Forecast']>().toExtend<ours.Forecast>();
    expectTypeOf<Schemas['LostReason']>().toExtend<ours.LostReason>();
    expectTypeOf<Schemas['Problem']>().toExtend<ours.ProblemBody>();
  });

  it('say what the API takes', () => {
    expectTypeOf<ours.SignUpInput>().toExtend<Schemas['SignUp']>();
    expectTypeOf<ours.Condition['op']>().toExtend<Schemas['Condition']['op']>();
  });
});
