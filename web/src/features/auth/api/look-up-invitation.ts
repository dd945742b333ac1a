import { queryOptions } from '@tanstack/react-query';
import { vinculo } from '../../../lib/client';

export function invitationQuery(token: string) {
  return queryOptions({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => vinculo.people.lookUpInvitation(token, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
