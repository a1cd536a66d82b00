/** Somebody who saves; each with a session and an address of their own. */
export interface Saver {
  /** What they add, a text that stands nowhere else. */
  words: string;
  /** Headers that say who they are. */
  headers: Record<string, string>;
}

export interface SaversReport {
  /** The version before the first save. */
  first: number;
  /** The version after the last. */
  last: number;
  /** Version -> how many saves were told that they made it. */
  wins: Map<number, number>;
  /** Saves that came second and were made again from `current`. */
  conflicts: number;
  /** Words that were saved and are not there at the end. */
  lost: string[];
}

interface Noted {
  version: number;
  notes: string | null;
}

/**
 * Everybody adds a line to one school's notes at the same time: reads, changes, saves; whoever comes
 * second takes the record that the refusal shows and tries again, until all have saved.
 *
 * @param school its address, `http://127.0.0.1:3000/api/schools/..`
 * @throws Error when a save is answered with anything but 200 and 409
 */
export async function saveTogether(
  school: string,
  savers: readonly Saver[],
): Promise<SaversReport> {
  const read = async ({ headers }: Saver) =>
    (await (await fetch(school, { headers })).json()) as Noted;
  const [someone] = savers;
  if (!someone) throw new RangeError('Nobody saves.');
  const { version: first } = await read(someone);
  const wins = new Map<number, number>();
  let conflicts = 0;
  const save = async (saver: Saver): Promise<void> => {
    let seen = await read(saver);
    for (;;) {
      const answer = await fetch(school, {
        method: 'PUT',
        headers: { ...saver.headers, 'Content-Type': 'application/json' },
        body: JSON.stringify({
          version: seen.version,
          notes: [seen.notes, saver.words].filter(Boolean).join('\n'),
        }),
      });
      const body = (await answer.json()) as Noted & { current?: Noted };
      if (answer.status === 200) {
        wins.set(body.version, (wins.get(body.version) ?? 0) + 1);
        return;
      }
      if (answer.status !== 409 || !body.current) {
        throw new Error(`A save was answered ${answer.status}: ${JSON.stringify(body)}`);
      }
      conflicts += 1;
      seen = body.current;
    }
  };
  await Promise.all(savers.map(save));
  const { version: last, notes } = await read(someone);
  const lines = new Set(notes?.split('\n'));
  const lost = savers.map(({ words }) => words).filter((words) => !lines.has(words));
  return { first, last, wins, conflicts, lost };
}

/** What should not be, in sentences; empty when every save won a version of its own. */
export function wrongsOf({ first, last, wins, lost }: SaversReport, savers: number): string[] {
  const expected = Array.from({ length: savers }, (_, n) => first + n + 1);
  const shared = expected.filter((version) => wins.get(version) !== 1);
  return [
    ...(shared.length > 0 ? [`Not won by exactly one: version ${shared.join(', ')}.`] : []),
    ...(last === first + savers ? [] : [`The last version is ${last}, not ${first + savers}.`]),
    ...(lost.length > 0 ? [`Lost: ${lost.join('; ')}.`] : []),
  ];
}
