import { isIP } from 'node:net';
import { ConfigurationError } from './configuration-error';

/**
 * The proxies whose `X-Forwarded-For` is believed, each an address or a network.
 *
 * @throws ConfigurationError naming what is neither
 */
export function readTrustedProxies(given: string | undefined): readonly string[] | undefined {
  if (given === undefined) return undefined;
  return given.split(',').map((one) => {
    const proxy = one.trim();
    if (isProxy(proxy)) return proxy;
    throw new ConfigurationError(
      `TRACKER_TRUST_PROXY is "${given}". It must be addresses or networks of proxies with commas between them, such as 127.0.0.1 or 10.0.0.0/8, and never all there are.`,
    );
  });
}

function isProxy(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0 || address.includes('%')) return false;
  if (bits === undefined) return true;
  // All of the internet: then each client would say of itself who it is.
  const isNetwork = /^[1-9]\d{0,2}$/.test(bits);
  return isNetwork && Number(bits) <= (family === 4 ? 32 : 128);
}
