/*
 * Notes that say in other words that nobody was met: why the visitor came away, what closed the
 * school, or that it was a telephone call.
 */
const ANYBODY = '(?:any ?one|any ?body|any (?:staff|of them)|a soul)';
const ILL =
  '(?:ill|sick|unwell|poorly|absent|off|off sick|off ill|isolating|on leave|on a course|out)';
const WHO =
  '(?:i|visitor|adviser|advisor|consultant|staff|head|headteacher|head teacher|ht|deputy|teacher|music lead|music teacher|contact|[a-z]{2,3})';
const CLOSES =
  "(?:snow(?: day)?|heavy snow|strikes?(?: action| day)?|teachers'? strike|inset(?: day)?|bank holiday|ofsted(?: in| inspection)?|power cut|flood(?:ed|ing)?|fire alarm|fire drill|burst pipe|no heating|half[- ]term|school holidays?|lockdown|covid|bad weather)";
const MONTHS = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*';
/** When a visit is to be instead: a day, a month, a term. */
const ANOTHER_DAY = String.raw`(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri)(?:day)? )?(?:the )?(?:\d{1,2}(?:st|nd|rd|th)?(?:[/.-]\d{1,2}| (?:of )?${MONTHS})|${MONTHS}(?: \d+)?|(?:next |later in the )?(?:autumn|spring|summer|half[- ]?term|term|week|month|year)|mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thu(?:rs)?(?:day)?|fri(?:day)?)`;
const BY_OTHER_WAYS = '(?:tele)?phone|zoom|teams|video|e-?mail|google meet';

export const CAME_AWAY: readonly RegExp[] = [
  // The whole note is a reason and no more.
  new RegExp(`^\\W*(?:the |our |my )?${WHO}(?: was| were| is)? ${ILL}\\W*$`),
  new RegExp(
    `^\\W*(?:due to |because of |school )?${CLOSES}(?:\\W+(?:school )?(?:closed|shut))?\\W*$`,
  ),
  new RegExp(
    `^\\W*(?:(?:the |this )?(?:visit|date|meeting) )?(?:was |has been |had to be |now )?(?:moved|put back|pushed back|changed) to ${ANOTHER_DAY}\\b(?! (?:room|class|\\d))`,
  ),
  /^\W*(?:n\/?a\W+)?(?:illness|staff illness|sickness|staff absence|clash(?:ed)?|double[- ]booked|weather|covid)\W*$/,
  new RegExp(
    `^\\W*(?:${BY_OTHER_WAYS})(?: calls?| meeting| chat| conversation)?(?: only| instead)?\\W*$`,
  ),
  new RegExp(
    `\\b(?:by|on the|over the|via|over|on|as a) (?:${BY_OTHER_WAYS})(?: call)? (?:only|instead)\\b`,
  ),
  new RegExp(`\\b(?:phone call|zoom call|video call|teams call|phoned|rang|emailed) instead\\b`),
  // Nobody was seen.
  new RegExp(
    `\\b(?:without|before|not|n't|unable to|could not|couldnt) (?:see|seeing|meet|meeting|find|finding|speak to|speaking to|talk to) ${ANYBODY}\\b`,
  ),
  /\b(?:saw|met|found|spoke to) (?:no[- ]?one|nobody)\b/,
  // The visitor came away again.
  /\b(?:ill|sick|poorly|busy|absent|away|off|closed|locked|shut|double[- ]booked|forgot\w*|unavailable|no[- ]?one|nobody|not there|not in)\b[^.;]{0,40}\b(?:went|came|drove|turned|sent) (?:straight )?(?:home|away|back)\b/,
  /\bforg[eo]t\w* (?:all about |about )?(?:that )?(?:we|i|they|the visitor|it) (?:was |were )?(?:coming|due|expected|on)\b/,
  /^\W*(?:they|school|the school|head|the head)? ?(?:had )?(?:forgot|forgotten)(?: about (?:it|us|me))?\W*$/,
  /(?:^|[.,;:!?()\-/]) ?(?:school |all )?(?:was |were )?(?:closed|shut)\W*$/,
  /^\W*(?:the )?(?:school )?(?:was )?(?:closed|shut) for\b/,
  /\b(?:sent|turned) (?:me|us|her|him|them|the visitor) (?:straight )?(?:home|away|back)\b(?! with)/,
  /\bso (?:i |we )?(?:went|came|drove|turned) (?:straight )?(?:home|away)\b/,
  /(?:^|[.,;:!?()\-/]) ?(?:i |we )?never (?:arrived|got (?:there|in)|made it)\b/,
  /\bturned up but\b[^.;]{0,40}\b(?:on (?:a )?(?:school )?trip|out|away)\W*$/,
  // The school asks for another day, or for none.
  new RegExp(
    `\\b(?:asked|wants?|wanted|rang|called|phoned|emailed)(?: us| me)? to (?:move|change|put back)(?: it| us| the (?:visit|date))? (?:back )?to ${ANOTHER_DAY}\\b`,
  ),
  new RegExp(
    `^\\W*(?:the |our |my )?(?:school|${WHO})(?: was| were| is)? (?:un|not )available\\W*$`,
  ),
  /^\W*(?:the )?(?:school|they|head|visit)(?: was| has| have| has been)? pulled(?: out)?\W*$/,
  new RegExp(`^\\W*(?:pp|p\\/p|cx)(?:'?d)?(?: (?:to|until) ${ANOTHER_DAY})?\\W*$`),
];

/** Without one of these none of them is found. */
export const CAME_AWAY_HINT =
  /\b(?:ill|illness|sick|sickness|unwell|poorly|absent|absence|off|out|isolating|leave|course|snow|strikes?|inset|holidays?|ofsted|power|flood\w*|fire|pipe|heating|term|lockdown|covid|weather|clash\w*|booked|phone[ds]?|telephone|zoom|teams|video|e-?mail(?:ed)?|meet|rang|any ?one|any ?body|soul|saw|met|found|spoke|home|away|back|forg[eo]t\w*|closed|shut|moved|put|pushed|changed|pulled|turned|(?:un)?available|asked|wants?|wanted|pp|p\/p|cx)(?:'?d)?\b/;
