/** `al3 5jb`, `AL35JB` and `AL3  5JB` are all `AL3 5JB`; other text is only put in capitals. */
export function tidyPostcode(text: string): string {
  const compact = text.toUpperCase().replace(/\s+/g, '');
  const parts = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/.exec(compact);
  return parts ? `${parts[1]} ${parts[2]}` : text.toUpperCase();
}

/**
 * A telephone number as text. A spreadsheet drops the leading zero and writes the country's code
 * without a plus; both are put right. Anything else is kept as it is.
 */
export function tidyTelephone(text: string): string {
  const digits = text.replace(/[\s().-]/g, '').replace(/^(\+44|0044)0?/, '44');
  if (/^44[1-9]\d{9}$/.test(digits)) return `0${digits.slice(2)}`;
  if (/^[1-9]\d{9}$/.test(digits)) return `0${digits}`;
  return text;
}

/**
 * A website as text, with `http://` before a bare host so that it can be followed. A bad address
 * is no reason to refuse a school; but one of another scheme (`javascript:`) is dropped (null),
 * because the page shows this text as a link.
 */
export function tidyWebsite(text: string): string | null {
  if (/^[a-z\d-]+(\.[a-z\d-]+)+(:\d+)?([/?#]\S*)?$/i.test(text)) return `http://${text}`;
  if (/^https?:/i.test(text) || !/^[a-z][a-z\d+.-]*:/i.test(text)) return text;
  return null;
}
