import type { ServerEnv } from '@tracker/process';

/** Nothing from another host, and no script but files of ours. */
const CONTENT_SECURITY_POLICY = [
  `default-src 'self'`,
  // The web's style engine writes style elements; scripts are never inline.
  `style-src 'self' 'unsafe-inline'`,
  `script-src 'self'`,
  `img-src 'self' data:`,
  `connect-src 'self'`,
  `font-src 'self'`,
  `object-src 'none'`,
  `base-uri 'self'`,
  `form-action 'self'`,
  `frame-ancestors 'none'`,
].join(';');

/**
 * What every answer tells a browser, pages and files of the web, refusals and addresses that there
 * are not included. A table instead of a plugin, because an answer that is given before any route is
 * found (an address that cannot be read, headers too long) passes no plugin.
 */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
};

/** A year of HTTPS only, where the tracker is in earnest. */
export const securityHeaders = ({ nodeEnv }: Pick<ServerEnv, 'nodeEnv'>) =>
  nodeEnv === 'production'
    ? { ...SECURITY_HEADERS, 'strict-transport-security': 'max-age=31536000; includeSubDomains' }
    : SECURITY_HEADERS;
