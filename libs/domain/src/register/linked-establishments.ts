import { linksFromRegisterRow, type SchoolLink } from '../succession';
import { tidyText } from './cell-values';

/** A value of the search download's column "Linked establishments": `910402 Predecessor - merged`. */
export const LINKED_ESTABLISHMENTS = /^([1-9]\d{4,5}) ([A-Za-z].*)$/;

/**
 * The links of one school, which the register's search download gives in its last column and, of
 * more than one, in values beyond it. Kinds of link that hand no visits on give none.
 */
export function readLinkedEstablishments(urn: number, cells: readonly string[]): SchoolLink[] {
  return cells.flatMap((cell) => {
    const [, linked, linkType] = LINKED_ESTABLISHMENTS.exec(tidyText(cell)) ?? [];
    if (linked === undefined || linkType === undefined || linked.length < 6) return [];
    return linksFromRegisterRow({ urn, linkUrn: Number(linked), linkType });
  });
}
