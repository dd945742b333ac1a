import { deferred } from '../../deferred';

/** Signing and sending; most requests to the API need neither. */
export const { presigned, sendSigned } = deferred(
  () => import('./signed-request'),
  'presigned',
  'sendSigned',
);
