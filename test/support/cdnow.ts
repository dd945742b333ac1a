import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { emailOf, FIRST_NAMES, LAST_NAMES } from './people';
import { seeded } from './random';

/** A customer of the CDNOW data with purchases as totals, and a name and mailbox made up for them. */
export interface CdnowCustomer {
  id: string;
  name: string;
  email: string;
  firstPurchase: string;
  lastPurchase: string;
  purchases: number;
  cds: number;
  totalCents: number;
}

const FILE = fileURLToPath(new URL('../../../shared/data/CDNOW_master.txt', import.meta.url));

/**
 * The customers of CDNOW: 23,570 people who first bought there in the first quarter of 1997, until June 1998.
 * CDNOW_FILE names the file elsewhere; without any, the same number of customers is made up.
 */
export async function readCdnowCustomers(limit = Number.POSITIVE_INFINITY): Promise<CdnowCustomer[]> {
  const file = process.env.CDNOW_FILE ?? FILE;
  const purchases = existsSync(file) ? parsed(await readFile(file, 'latin1')) : madeUp();
  const customers = new Map<string, CdnowCustomer>();
  for (const { id, date, cds, cents } of purchases) {
    const known = customers.get(id);
    if (known) {
      if (date > known.lastPurchase) known.lastPurchase = date;
      if (date < known.firstPurchase) known.firstPurchase = date;
      known.purchases++;
      known.cds += cds;
      known.totalCents += cents;
    } else if (customers.size < limit) {
      customers.set(id, {
        ...person(id),
        firstPurchase: date,
        lastPurchase: date,
        purchases: 1,
        cds,
        totalCents: cents,
      });
    }
  }
  return [...customers.values()];
}

/** The CSV that a shop would hand over: dates as 19970101, amounts with a point. */
export function toCdnowCsv(customers: readonly CdnowCustomer[]): string {
  const header = 'customer_id,name,email,first_purchase,last_purchase,orders,cds,total_spent';
  const rows = customers.map((one) =>
    [
      one.id,
      one.name,
      one.email,
      one.firstPurchase,
      one.lastPurchase,
      one.purchases,
      one.cds,
      (one.totalCents / 100).toFixed(2),
    ].join(','),
  );
  return `${[header, ...rows].join('\n')}\n`;
}

interface Purchase {
  id: string;
  date: string;
  cds: number;
  cents: number;
}

/** Columns: customer, date, number of CDs, dollars. */
function parsed(text: string): Purchase[] {
  return text.split('\n').flatMap((line): Purchase[] => {
    const [id = '', date = '', cds = '', dollars = ''] = line.trim().split(/\s+/);
    if (!/^\d{5}$/.test(id) || !/^\d{8}$/.test(date)) return [];
    return [{ id, date, cds: Number(cds), cents: Math.round(Number(dollars) * 100) }];
  });
}

function madeUp(): Purchase[] {
  const random = seeded(1997);
  const purchases: Purchase[] = [];
  for (let customer = 1; customer <= 23_570; customer++) {
    const id = String(customer).padStart(5, '0');
    const first = random.whole(0, 89);
    const count = random.chance(0.5) ? 1 : random.whole(2, 8);
    for (let purchase = 0; purchase < count; purchase++) {
      const day = first + (purchase === 0 ? 0 : random.whole(1, 450));
      const date = new Date(Date.UTC(1997, 0, 1 + day)).toISOString().slice(0, 10).replaceAll('-', '');
      purchases.push({ id, date, cds: random.whole(1, 5), cents: random.whole(700, 12_000) });
    }
  }
  return purchases;
}

function person(id: string): Pick<CdnowCustomer, 'id' | 'name' | 'email'> {
  const random = seeded(Number(id));
  const name = `${random.pick(FIRST_NAMES)} ${random.pick(LAST_NAMES)}`;
  return { id, name, email: emailOf(name, Number(id)) };
}
