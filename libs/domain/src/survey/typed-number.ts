/** `1250`, `12.5`, `.5`: nothing between the digits. A point before three digits may mean thousands. */
const PLAIN = /^(\d+(\.(\d{1,2}|\d{4,})?)?|\.\d+)$/;
/** `1,250`, `1 250`, `12,345.50`: thousands as they are written here. */
const THOUSANDS = /^\d{1,3}(?:,\d{3})+(?:\.\d{0,2})?$|^\d{1,3}(?: \d{3})+(?:\.\d{0,2})?$/;
/** `12,50`, `1.250,00`, `1 250,5`: a comma before the pence, as much of Europe writes it. */
const COMMA_FOR_POINT = /^(?:\d+|\d{1,3}(?:[. ]\d{3})+),\d{1,2}$/;
/** `1.250.000`: points that can only be between thousands. */
const POINTS = /^\d{1,3}(?:\.\d{3}){2,}$/;

/**
 * The number in what somebody typed, with or without pound sign, commas and blanks; the text itself
 * when there is none or it could be two, so that nothing typed is lost and the check asks about it.
 * `12,50` is twelve and a half, never 1,250. Undefined when empty.
 */
export function readTypedNumber(typed: string): number | string | undefined {
  const text = typed.trim();
  if (text === '') return undefined;
  const [, minus = '', digits = ''] = /^(-?)(.*)$/.exec(text.replace(/^£\s*/, '')) ?? [];
  const plain = digits.replace(/^£\s*/, '').replace(/\s/g, ' ');
  const number = plainNumber(plain);
  return number === null ? text : Number(`${minus}${number}`);
}

function plainNumber(text: string): string | null {
  if (PLAIN.test(text)) return text;
  if (THOUSANDS.test(text)) return text.replace(/[, ]/g, '');
  if (COMMA_FOR_POINT.test(text)) return text.replace(/[. ]/g, '').replace(',', '.');
  return POINTS.test(text) ? text.replaceAll('.', '') : null;
}
