import { weekdayNamed } from '../uk-day';

const CLOCK = String.raw`(?:\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?|\d{1,2}\.(?:00|1[3-9]|[2-5]\d))(?: ?[ap]m)?|\d{1,2}(?:[.:]\d{2})? ?[ap]m|noon|midday`;
const TIME = String.raw`(?:${CLOCK})(?: ?(?:-|to|until) ?(?:${CLOCK}|1?\d|2[0-4]))?`;
const HALF = String.raw`am|pm|a\.m|p\.m|morning|afternoon|all day|full day|half day|whole day`;
const HELD = 'visited|done|completed|held|went|✓|✔';
const TIME_AFTER = new RegExp(
  String.raw`(?:T| ?[,@-] ?| | at | from )(?:at |from |@ ?)?(?:${TIME})$`,
  'i',
);
const TIME_BEFORE = new RegExp(String.raw`^(?:${TIME})(?: ?[,-] ?| on | )`, 'i');
const HALF_AFTER = new RegExp(String.raw`[ ,-]+\(?(?:in the )?(?:${HALF}|${HELD})\)?$`, 'i');
const BEFORE = new RegExp(String.raw`^(?:on|${HELD})[ :,-]+(?:on )?`, 'i');
/** What stands in brackets behind a day and leaves it as certain as it was. */
const BRACKETS_AFTER = new RegExp(
  String.raw` ?[([](?:${HALF}|${HELD}|${TIME}|(?:moved|changed|rearranged|rescheduled|brought forward|originally|was|was due|postponed)(?: (?:on|from))? (?:from )?(?:the )?[^)\]]*\d[^)\]]*)[)\]]$`,
  'i',
);
const WEEKDAY_BEFORE = /^([a-z]{3,9})[.,]* ?(?=\d|the \d|[a-z]{3,9}\.? \d)/i;
const WEEKDAY_AFTER = /[ ,-]+[([]?([a-z]{3,9})\.?[)\]]?$/i;

/** A day without what people write about it: a time, "am", its day of the week. */
export function stripAround(text: string): { core: string; weekdayName: string | null } {
  let core = text.replace(/^[='"]+|["]+$/g, '').replace(/\b([ap])\.m\.?/gi, '$1m');
  let weekdayName: string | null = null;
  const instant = /T\d\d:\d\d.*(Z|[-+]\d\d:?\d\d)$/i.test(core);
  for (let before = ''; before !== core && !instant;) {
    before = core;
    core = core
      .replace(/[.,;: ]+$/, '')
      .replace(BRACKETS_AFTER, '')
      .replace(TIME_AFTER, '')
      .replace(HALF_AFTER, '')
      .replace(TIME_BEFORE, '')
      .replace(BEFORE, '')
      .trim();
    const [beforeDay, first = ''] = WEEKDAY_BEFORE.exec(core) ?? [];
    const [afterDay, last = ''] = WEEKDAY_AFTER.exec(core) ?? [];
    if (weekdayName === null && beforeDay !== undefined && weekdayNamed(first) > 0) {
      weekdayName = first;
      core = core.slice(beforeDay.length).replace(/^-? ?/, '');
    } else if (weekdayName === null && afterDay !== undefined && weekdayNamed(last) > 0) {
      weekdayName = last;
      core = core.slice(0, -afterDay.length);
    }
  }
  return { core, weekdayName };
}
