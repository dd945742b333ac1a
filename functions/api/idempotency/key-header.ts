export const KEY_HEADER = 'Idempotency-Key';
