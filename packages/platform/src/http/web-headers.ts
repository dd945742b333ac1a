/** Headers of every answer from the static web client, deployed or local (S16). */
export interface WebHeaderOptions {
  /** Other origins that the client may call: the bucket that uploads go to. */
  readonly connectTo?: readonly string[];
}

/**
 * Scripts come from our own files only, never inline. Styles may be inline because the component library sets
 * computed sizes that way; a style cannot run code.
 */
export function contentSecurityPolicy({ connectTo = [] }: WebHeaderOptions = {}): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src ${["'self'", ...connectTo].join(' ')}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

export const HSTS_SECONDS = 2 * 365 * 24 * 3600;

const REFERRER_POLICY = 'strict-origin-when-cross-origin';

export const PERMISSIONS_POLICY = 'camera=(), geolocation=(), microphone=(), payment=(), usb=()';

/** All of them, for a server that sets headers itself. */
export function webHeaders(options: WebHeaderOptions = {}): Record<string, string> {
  return {
    'content-security-policy': contentSecurityPolicy(options),
    'strict-transport-security': `max-age=${HSTS_SECONDS}; includeSubDomains`,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': REFERRER_POLICY,
    'permissions-policy': PERMISSIONS_POLICY,
    'cross-origin-opener-policy': 'same-origin',
  };
}
