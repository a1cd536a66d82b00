/** A text in plain signs: full-width digits, curly quotes, long dashes, slashes as a keyboard has them. */
export function plainSigns(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[‘’‚‛`´′]/g, "'")
    .replace(/[“”„″]/g, '"')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/[⁄∕\\]/g, '/')
    .replace(/\s+/g, ' ')
    .trim();
}
