/** A random UUID; `crypto.randomUUID` is missing where the tracker is opened without HTTPS. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}

/**
 * Gives the same key for the same body: a form sent again after a lost answer does nothing twice,
 * and one that was corrected in between counts as a new request.
 */
export function keyByBody(): (body: unknown) => string {
  const keys = new Map<string, string>();
  return (body) => {
    const text = JSON.stringify(body);
    const known = keys.get(text);
    if (known) return known;
    const key = newKey();
    keys.set(text, key);
    return key;
  };
}
