import { LIMITS } from './limits';

const MOST_BEFORE_AT = 64;
const ATOM = String.raw`[\w!#$%&'*+/=?^{|}~\u00a1-\uffff\x60-]+`;
const BEFORE_AT = new RegExp(String.raw`^${ATOM}(\.${ATOM})*$`);
const LABEL = /^(?!-)[a-z0-9\u00a1-\uff00-]{1,63}(?<!-)$/i;
const LAST_LABEL = /^([a-z\u00a1-\uff00]{2,}|xn--[a-z0-9-]{2,})$/i;

/** Whether somebody could be written to at this address, as far as its looks go. */
export function isEmailAddress(text: string): boolean {
  const address = text.trim();
  const at = address.lastIndexOf('@');
  if (at < 1 || address.length > LIMITS.contact.email) return false;
  const before = address.slice(0, at);
  const labels = address.slice(at + 1).split('.');
  const last = labels.at(-1) ?? '';
  const bytes = new TextEncoder().encode(before).length;
  return (
    bytes <= MOST_BEFORE_AT &&
    BEFORE_AT.test(before) &&
    labels.length > 1 &&
    labels.every((label) => LABEL.test(label)) &&
    LAST_LABEL.test(last)
  );
}
