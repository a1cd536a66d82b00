import { LIMITS } from '../limits';

/** An address as it is kept, or what is wrong with it in a sentence. */
export type CheckedAddress =
  { address: string; problem: null } | { address: null; problem: string };

const refused = (problem: string): CheckedAddress => ({ address: null, problem });

/** The address of a published plan, as somebody typed or copied it; one without `https://` gets it. */
export function checkPlanAddress(typed: string): CheckedAddress {
  const tidy = typed.trim();
  if (tidy.length > LIMITS.plan.address) {
    return refused(`The address has at most ${LIMITS.plan.address} characters.`);
  }
  const url = parsed(/^[a-z][a-z\d+.-]*:\/\//i.test(tidy) ? tidy : `https://${tidy}`);
  if (url === null || /\s/.test(tidy) || !/^https?:$/.test(url.protocol)) {
    return refused('Give the address of a web page, like https://www.school.example/music.');
  }
  if (url.username !== '' || url.password !== '') {
    return refused('Give the address without a user name and password.');
  }
  if (isPrivate(url.hostname)) {
    return refused('This address is inside a private network, so nobody else can open it.');
  }
  if (url.port !== '')
    return refused('Give the address without a port, the number after the name.');
  return { address: url.href, problem: null };
}

function parsed(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

/** Names that lead somewhere else, or nowhere, from another network; the URL has it in one spelling. */
function isPrivate(hostname: string): boolean {
  const host = hostname.replace(/\.$/, '');
  if (host.startsWith('[')) return !isPublicIpv6(host.slice(1, -1));
  if (/^\d+\.\d+\.\d+\.\d+$/.test(host)) return isPrivateIpv4(host.split('.').map(Number));
  return !host.includes('.') || /\.(local|localhost|internal|lan|intranet|home\.arpa)$/.test(host);
}

function isPrivateIpv4([a = 0, b = 0]: readonly number[]): boolean {
  return (
    [0, 10, 127].includes(a) ||
    a >= 224 ||
    (a === 100 && b >= 64 && b < 128) ||
    (a === 169 && b === 254) ||
    (a === 172 && b >= 16 && b < 32) ||
    (a === 192 && [0, 168].includes(b)) ||
    (a === 198 && [18, 19].includes(b))
  );
}

/** Addresses given out to the world begin with 2 or 3; some of these stand for others. */
const isPublicIpv6 = (host: string): boolean =>
  /^[23][\da-f]{3}:/.test(host) && !/^(2002|2001:(0|db8)?):/.test(host);
