import { type Day, formatDay } from '../day';
import { plural } from '../plural';

/** What somebody is reminded of in the morning. */
export interface DigestItems {
  visitsTomorrow: { schoolName: string; startTime: string | null; confirmed: boolean }[];
  unlogged: { schoolName: string; day: Day }[];
  actionsDue: { title: string; schoolName: string; dueOn: Day }[];
}

/** At most so many lines under each heading; the tracker has the rest. */
const MOST = 20;

export const countOfDigest = (items: DigestItems): number =>
  items.visitsTomorrow.length + items.unlogged.length + items.actionsDue.length;

/** The list of a digest, heading by heading; headings with nothing under them are left out. */
export function digestList(items: DigestItems, today: Day): string {
  const visits = items.visitsTomorrow.map(({ schoolName, startTime, confirmed }) => {
    const time = startTime ?? 'no time yet';
    return `${time}, ${schoolName}${confirmed ? '' : ' (not confirmed yet)'}`;
  });
  const unlogged = items.unlogged.map(({ schoolName, day }) => `${formatDay(day)}, ${schoolName}`);
  const actions = items.actionsDue.map(({ title, schoolName, dueOn }) => {
    const due = dueOn === today ? 'due today' : `overdue since ${formatDay(dueOn)}`;
    return `${title}, ${schoolName}, ${due}`;
  });
  const sections: [string, string[]][] = [
    ['Visits tomorrow', visits],
    ['Visits that are not logged yet', unlogged],
    ['Actions due', actions],
  ];
  return sections
    .filter(([, lines]) => lines.length > 0)
    .map(([heading, lines]) => [heading, ...shortened(lines)].join('\n'))
    .join('\n\n');
}

function shortened(lines: string[]): string[] {
  const shown = lines.slice(0, MOST).map((line) => `- ${line}`);
  const rest = lines.length - shown.length;
  return rest > 0 ? [...shown, `- and ${rest} more`] : shown;
}

/** What a template of the digest can name, filled in. */
export function digestValues(
  items: DigestItems,
  of: { name: string; hub: string; today: Day },
): Record<string, string> {
  return {
    name: of.name,
    hub: of.hub,
    day: formatDay(of.today),
    count: plural(countOfDigest(items), 'thing'),
    list: digestList(items, of.today),
  };
}
