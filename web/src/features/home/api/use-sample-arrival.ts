import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useSession } from '../../../lib/session';

const TRIAL_MS = 30 * 86_400_000;
const ARRIVES_WITHIN_MS = 60_000;
const LOOK_EVERY_MS = 2_000;

/** The sample data of a new workspace comes in just after its first visitor: shows it without a reload. */
export function useSampleArrival(): void {
  const client = useQueryClient();
  const { tenant } = useSession();
  const openedAt = tenant.hasSampleData && tenant.trialEndsAt ? Date.parse(tenant.trialEndsAt) - TRIAL_MS : 0;
  useEffect(() => {
    if (Date.now() - openedAt > ARRIVES_WITHIN_MS) return;
    const looking = setInterval(() => {
      if (Date.now() - openedAt > ARRIVES_WITHIN_MS) clearInterval(looking);
      else void client.invalidateQueries({ queryKey: ['records'] });
    }, LOOK_EVERY_MS);
    return () => clearInterval(looking);
  }, [client, openedAt]);
}
