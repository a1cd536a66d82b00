import type { VisitKind } from '../visit-state';
import { plainSigns } from './written-text';

/** What kind of visit people's words mean. A phone call or an email is `other`: nobody went. */
export function readVisitKind(text: string): VisitKind {
  const said = text.toLowerCase();
  if (/\bfollow[\s-]*ups?\b|\bre-?visit\b|\breturn visit\b/.test(said)) return 'follow_up';
  const call = /\b(tele)?phone[ds]?\b|\bphonecall\b|\bcall(ed)?\b|\be-?mail(ed)?\b|\bletter\b/;
  return call.test(said) || /^(other|tel\.?)$/.test(said.trim()) ? 'other' : 'cycle';
}

const NOT_HELD =
  /\b(not|never|cannot|(did|do|does|was|were|is|has|have|had|could|ca|wo)n'?t|will be|no|n|false|cancel+\w*|postpon\w*|plan+\w*|sched\w*|book\w*|propos\w*|confirm\w*|tb[ca]|pending|declin\w*|refus\w*|re-?arrang\w*|resched\w*|await\w*|invit\w*|to be|no[ -]show|absent|closed|called off|missed|void|dna|dnv|canx|cx|unable|unsuccessful|abandon\w*|abort\w*|open|draft|in progress|arranged|to do|outstanding|deferred)\b/;
const HELD =
  /\b(complet\w*|done|visited|held|took place|taken place|attended|happened|finished|logged|yes|y|true|ok|went (ahead|well))\b|^[✓✔]$/;

/**
 * Whether words in a status column say that the visit took place; null when they do not tell. The
 * word that comes first decides: "Cancelled, now completed by phone" was no visit.
 */
export function saysHeld(text: string): boolean | null {
  const said = plainSigns(text).toLowerCase();
  const no = said.search(NOT_HELD);
  const yes = said.search(HELD);
  if (no < 0 && yes < 0) return null;
  return no < 0 || (yes >= 0 && yes < no);
}
