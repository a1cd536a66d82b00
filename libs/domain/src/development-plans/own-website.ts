/**
 * Whether an address may be fetched for a school (rule 21): on its own website or below it, by http or
 * https, with no port, user or password of its own.
 *
 * @param website as the register has it, with or without `https://`
 */
export function isOnOwnWebsite(address: string, website: string | null): boolean {
  const [url, own] = [address, website ?? ''].map(parsed);
  if (!url || !own || !/^https?:$/.test(url.protocol)) return false;
  if (url.port !== '' || url.username !== '' || url.password !== '') return false;
  const site = own.hostname.replace(/^www\./, '');
  // A number or a single word is the name of no website.
  if (!site.includes('.') || /^[\d.]+$/.test(site)) return false;
  return url.hostname === site || url.hostname.endsWith(`.${site}`);
}

function parsed(text: string): URL | null {
  try {
    return new URL(/^[a-z][a-z\d+.-]*:\/\//i.test(text.trim()) ? text.trim() : `https://${text}`);
  } catch {
    return null;
  }
}
