/** What stands between two people: "CL & NR", "CL/NR", "CL w/ NR", "CL and NR". */
const BETWEEN = /\s*(?:;|&|\+|\bw\/|\/|\b(?:and|with)\b)\s*/i;
const COMMA = /\s*,\s*/;

const isInitials = (text: string): boolean =>
  /^(?:\p{L}\.? ?){2,4}$/u.test(text) && !/\p{Ll}/u.test(text);
const isWholeName = (text: string): boolean => /\S\s+\S/.test(text);

const isOneName = (text: string): boolean => /^\p{L}[\p{L}'’-]+$/u.test(text) && !isInitials(text);

/** Whether what stands between the commas is a person each, and not a surname before its forename. */
const areListed = (names: readonly string[]): boolean =>
  names.every((name) => isInitials(name) || isWholeName(name)) ||
  (names.length > 2 && names.every((name) => isInitials(name) || isOneName(name)));

/**
 * The people that a cell names as visitors. A comma stands between two people where each part is
 * initials or a whole name, and in a longer list, "Clare, Nia and Jo": "Lowe, Clare" is one.
 */
export function peopleNamed(cell: string): string[] {
  const between = cell.split(BETWEEN);
  const everyName = between.flatMap((part) => part.split(COMMA)).filter((each) => each !== '');
  // "Lowe, Clare & Rees, Nia" has a comma in more parts than one; a semicolon sets such names apart.
  const isOneList =
    between.filter((part) => part.includes(',')).length === 1 && !cell.includes(';');
  const parts = between.flatMap((part) => {
    const listed = part.split(COMMA).filter((each) => each !== '');
    const goesOn = isOneList && (listed.some(isInitials) || everyName.every(isOneName));
    return areListed(listed) || (goesOn && areListed(everyName)) ? listed : [part];
  });
  const people = parts.map((part) => part.trim()).filter((part) => /\p{L}/u.test(part));
  return people.length > 1 ? people : [cell.trim()];
}

const visitorsMark = (asWritten: string): string =>
  `Visitors as written: ${asWritten.replace(/\.$/, '')}.`;

/**
 * What a row says, with all of its visitors in the notes where only one of several can be the
 * visit's visitor.
 */
export function saidOfVisitors<Said extends { summary?: string; visitorName?: string }>(
  said: Said,
  several: boolean,
): Said {
  const { summary, ...rest } = said;
  const mark = visitorsMark(said.visitorName ?? '');
  const notes = summary?.endsWith(mark) ? summary.slice(0, -mark.length).trimEnd() : summary;
  const kept = several ? [notes, mark].filter(Boolean).join('\n\n') : notes;
  return { ...rest, ...(kept && { summary: kept }) } as Said;
}

/** "Clare Anne Lowe" signs CAL or CL. */
function initialsOf(name: string): string[] {
  const words = (text: string) => text.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  const letters = (of: readonly string[]) =>
    of
      .map((word) => [...word][0])
      .join('')
      .toUpperCase();
  const all = words(name);
  const firstAndLast = all.length > 2 ? [all[0] ?? '', all.at(-1) ?? ''] : all;
  return [letters(all), letters(firstAndLast), letters(words(name.replace(/-/g, ' ')))];
}

/** "N. Ray" is Nadia Ray. */
function isShortFor(written: string, name: string): boolean {
  const [, initial = '', surname = ''] = /^(\p{L})(?:\.\s*|\s+)(\p{L}{2}.*)$/u.exec(written) ?? [];
  const words = name.toLowerCase().split(/\s+/);
  return (
    surname !== '' &&
    words.length > 1 &&
    name.toLowerCase().startsWith(initial.toLowerCase()) &&
    words.at(-1) === surname.toLowerCase()
  );
}

/** The one account whose initials these are, or initial and surname; null where none or several have them. */
export function accountOfInitials<Account extends { name: string }>(
  written: string,
  accounts: readonly Account[],
): Account | null {
  const plain = written.replace(/[.\s]/g, '');
  const areInitials = /^(?:\p{Lu}{2,4}|\p{Ll}{2,4})$/u.test(plain);
  const have = accounts.filter(({ name }) =>
    areInitials ? initialsOf(name).includes(plain.toUpperCase()) : isShortFor(written.trim(), name),
  );
  return have.length === 1 ? (have[0] ?? null) : null;
}
