import { formatDay, type Day } from '../day';

/** What speaks for closing a school on record as open. */
export interface ClosingFacts {
  kind: 'not_listed' | 'beside_successor';
  fileName: string;
  /** Whether the file has open schools alone. */
  openOnly: boolean;
  openedOn: Day | null;
  /** The latest day in the file. */
  latestDay: Day | null;
  successor: {
    urn: number;
    name: string;
    openedOn: Day | null;
    /** Whether the register links the two, or only name and postcode are the same. */
    linked: boolean;
  } | null;
}

/** Why a school is offered for closing, in sentences. */
export function closingReason(facts: ClosingFacts): string {
  const { kind, fileName, openOnly, openedOn, latestDay, successor } = facts;
  const said: string[] = [];
  if (kind === 'not_listed') {
    said.push(openOnly ? `Not among the open schools of ${fileName}.` : `Not in ${fileName}.`);
  }
  if (successor) {
    const since = successor.openedOn ? `, open since ${formatDay(successor.openedOn)}` : '';
    said.push(
      successor.linked
        ? `The register names a successor: ${successor.name} (${successor.urn})${since}.`
        : `${successor.name} (${successor.urn})${since}, has the same name and postcode.`,
    );
  } else if (kind === 'not_listed') {
    said.push('No successor is known.');
  }
  if (openedOn && latestDay && openedOn > latestDay) {
    said.push(
      `It opened on ${formatDay(openedOn)}, after the latest day in the file (${formatDay(latestDay)}), so the file may be too old to have it.`,
    );
  }
  return said.join(' ');
}
