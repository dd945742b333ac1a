import { consumer } from '@vinculo/platform/events/consumer';
import { refreshSearch } from '@vinculo/records/search/refresh';
import { catalogue } from '@vinculo/sales/catalogue';

export const handler = consumer('refresh-search-in-bulk', (ctx, event) =>
  refreshSearch(ctx, catalogue, event),
);
