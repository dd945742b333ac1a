import type { UserContext } from '@vinculo/identity/access/user-context';
import { createRecord } from '@vinculo/records/records/service';
import { refreshMany } from '@vinculo/records/search/refresh';
import type { CrmRecord, RecordValues } from '@vinculo/records/types/record-type';
import { catalogue } from '@vinculo/sales/catalogue';

/** A new record that search knows. */
export async function indexed(ctx: UserContext, typeName: string, values: RecordValues): Promise<CrmRecord> {
  const model = catalogue.model(typeName);
  const record = await createRecord(ctx, model, values);
  await refreshMany(ctx, model.type, [record.id]);
  return record;
}
