import type { SchoolStatus } from './school-scope';

/** Who took over from whom, by URN. */
export interface SchoolLink {
  predecessorUrn: number;
  successorUrn: number;
  /** The register's word, seen from the predecessor: `Successor`, `Successor - merged`, ... */
  linkType: string;
}

/** A row of the register's links file: what `linkUrn` is to `urn`. */
export interface RegisterLinkRow {
  urn: number;
  linkUrn: number;
  linkType: string;
}

/**
 * Link types that join two schools without saying which of them went on. The register writes them
 * on both schools alike, or on either; who is closed decides.
 */
const SYMMETRIC = new Set([
  'result of amalgamation',
  'merged - change in age range',
  'merged - expansion of school capacity',
  'merged - expansion in school capacity and changer in age range',
]);

/**
 * Link types that hand no visits on, and why. Taking one over wrongly would hide a school that
 * nobody has visited for up to three years; leaving one out only has a school visited early.
 */
const WITHOUT_SUCCESSION: Record<string, string> = {
  closure: 'a closure names the school that took in pupils, not one that carries the school on',
  expansion: 'a school that grew when another closed is not its successor',
  other: 'the register does not say what the link means',
  'not applicable': 'the register does not say what the link means',
  'sixth form centre link': 'schools that share a sixth form do not follow each other',
  'sixth form centre school': 'schools that share a sixth form do not follow each other',
  "children's centre link": "a children's centre is not a school",
};

function tidy(linkType: string): string {
  return linkType.trim().replace(/\s+/g, ' ').replace(/’/g, "'").toLowerCase();
}

type Direction = 'predecessor' | 'successor' | 'symmetric';

function directionOf(linkType: string): Direction | null {
  const type = tidy(linkType);
  if (SYMMETRIC.has(type)) return 'symmetric';
  return (/^(predecessor|successor)\b/.exec(type)?.[1] as Direction | undefined) ?? null;
}

/**
 * The links a row of the register stands for: one for a predecessor or successor (mergers,
 * amalgamations and splits included), two for a link that is the same seen from both sides, none
 * for one that hands nothing on. Both rows that tell of one succession give the same link.
 */
export function linksFromRegisterRow({ urn, linkUrn, linkType }: RegisterLinkRow): SchoolLink[] {
  const direction = directionOf(linkType);
  if (urn === linkUrn || direction === null) return [];
  const type = linkType.trim().replace(/\s+/g, ' ');
  const successor = type.replace(/^predecessor/i, 'Successor');
  if (direction === 'predecessor') {
    return [{ predecessorUrn: linkUrn, successorUrn: urn, linkType: successor }];
  }
  const link = { predecessorUrn: urn, successorUrn: linkUrn, linkType: type };
  if (direction === 'successor') return [link];
  return [link, { predecessorUrn: linkUrn, successorUrn: urn, linkType: type }];
}

/** Why a link type gives no links, null when it does give some. */
export function whyNoLink(linkType: string): string | null {
  if (directionOf(linkType) !== null) return null;
  return WITHOUT_SUCCESSION[tidy(linkType)] ?? 'this type of link is not known';
}

/**
 * One link for each pair of predecessor and successor. Where the register tells of a pair twice,
 * the one that says who succeeded whom wins over the one that leaves it open; among equals the
 * first.
 */
export function uniqueLinks<Link extends SchoolLink>(links: Iterable<Link>): Link[] {
  const byPair = new Map<string, Link>();
  for (const link of links) {
    const pair = `${link.predecessorUrn}>${link.successorUrn}`;
    const known = byPair.get(pair);
    if (!known || (isSymmetric(known) && !isSymmetric(link))) byPair.set(pair, link);
  }
  return [...byPair.values()];
}

function isSymmetric({ linkType }: SchoolLink): boolean {
  return SYMMETRIC.has(tidy(linkType));
}

/**
 * Rule 5: for every school that has any, the URNs of all schools whose visits count as its own,
 * nearest first, itself left out. A link counts only while the predecessor is closed; one that is
 * the same seen from both sides only towards a school that is not closed (when both are, nobody can
 * say who went on). Predecessors of a predecessor come along; a loop ends where it began. A school
 * that was split hands its visits to each part. A school that is in links but not in `schools` opened
 * and closed without being on record: it hands on what came before it.
 */
export function lineage(
  schools: Iterable<{ urn: number; status: SchoolStatus }>,
  links: Iterable<SchoolLink>,
): Map<number, number[]> {
  const statuses = new Map<number, SchoolStatus>();
  for (const { urn, status } of schools) statuses.set(urn, status);

  const predecessors = new Map<number, Set<number>>();
  for (const link of links) {
    const { predecessorUrn, successorUrn } = link;
    const successor = statuses.get(successorUrn) ?? 'closed';
    if ((statuses.get(predecessorUrn) ?? 'closed') !== 'closed') continue;
    if (isSymmetric(link) && successor === 'closed') continue;
    const known = predecessors.get(successorUrn);
    if (known) known.add(predecessorUrn);
    else predecessors.set(successorUrn, new Set([predecessorUrn]));
  }

  const ancestors = new Map<number, number[]>();
  for (const urn of predecessors.keys()) {
    if (!statuses.has(urn)) continue;
    const found = new Set([urn]);
    // A set hands out what is added while it is walked, so this goes through all generations.
    for (const member of found) predecessors.get(member)?.forEach((one) => found.add(one));
    found.delete(urn);
    const onRecord = [...found].filter((one) => statuses.has(one));
    if (onRecord.length > 0) ancestors.set(urn, onRecord);
  }
  return ancestors;
}
