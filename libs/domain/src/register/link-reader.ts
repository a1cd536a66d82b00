import type { Day } from '../day';
import { linksFromRegisterRow, whyNoLink, type SchoolLink } from '../succession';
import { cellText, readDay, readUrn } from './cell-values';
import { matchColumns } from './match-columns';
import { CellFault, readingRow, type Rejection } from './rejection';
import { isNoSchool } from './no-school';
import { createRowGate } from './row-gate';

export interface RegisterLink extends SchoolLink {
  /** When the link was made, null where the register does not say. */
  establishedOn: Day | null;
}

export type LinkRow =
  { links: RegisterLink[] } | { rejection: Rejection } | { skipped: true; noSchool?: true };

export interface LinkReader {
  /** Reads one row, which gives one link or, for an amalgamation, one in each direction. */
  read(cells: readonly string[], line: number): LinkRow;
}

/**
 * Reads the rows of the GIAS links file. The register tells of most links twice, once from each
 * school, so the same link comes more than once; see `uniqueLinks`. A row whose type hands no
 * visits on is handed back with the reason.
 */
export function createLinkReader(header: readonly string[]): LinkReader | { problem: string } {
  const matched = matchColumns(header, 'school-links');
  if ('problem' in matched) return matched;
  const { columns } = matched;
  const gate = createRowGate({ header, urn: columns.urn });

  function readLinks(cells: readonly string[]): LinkRow {
    const either = [columns.urn, columns.linkUrn].map((column) => cellText(cells, column));
    if (either.some((text) => isNoSchool(text))) return { skipped: true, noSchool: true };
    const urn = readUrn(cellText(cells, columns.urn), columns.urn.title);
    const linkUrn = readUrn(cellText(cells, columns.linkUrn), columns.linkUrn.title);
    if (urn === linkUrn) {
      throw new CellFault(columns.linkUrn.title, String(urn), 'A school cannot succeed itself.');
    }
    const linkType = cellText(cells, columns.linkType);
    const why = linkType === '' ? 'the type of link is missing' : whyNoLink(linkType);
    if (why !== null) {
      const message = `The link was left out: ${why}.`;
      throw new CellFault(columns.linkType.title, linkType, message);
    }
    const date = columns.establishedOn;
    const establishedOn = date ? readDay(cellText(cells, date), date.title) : null;
    const links = linksFromRegisterRow({ urn, linkUrn, linkType });
    return { links: links.map((link) => ({ ...link, establishedOn })) };
  }

  return {
    read(cells, line) {
      const stopped = gate(cells, line);
      if (stopped === 'skip') return { skipped: true };
      return stopped ?? readingRow(line, () => readLinks(cells));
    },
  };
}
