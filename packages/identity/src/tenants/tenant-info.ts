/** What services need to know of the tenant they work in. */
export interface TenantInfo {
  id: string;
  name: string;
  locale: string;
  currency: string;
  timeZone: string;
  fiscalYearStartMonth: number;
  /** Number of partitions that each record list is spread over. */
  shards: number;
  /** Signs the tenant's cursors. */
  secret: string;
  isReadOnly: boolean;
}
