import { cellText, readPupils } from './cell-values';
import { matchColumns } from './match-columns';
import { CellFault, readingRow, type Rejection } from './rejection';
import { createRowGate, createUrnReader, laFilterProblem } from './row-gate';
import type { ReaderOptions } from './school-reader';

/** What the census says of one school; a figure not known has no key and wipes nothing. */
export interface CensusFigures {
  urn: number;
  /** Pupils on roll. */
  pupils?: number;
  /** Percentage of them eligible for free school meals, 0 to 100, to one decimal. */
  fsmPercent?: number;
}

export type CensusRow = { figures: CensusFigures } | { rejection: Rejection } | { skipped: true };

export interface CensusReader {
  read(cells: readonly string[], line: number): CensusRow;
}

/** What stands in the URN column of a row that sums up an authority or the country. */
const TOTALS = new Set(['', 'NAT', 'NA', 'LA', 'ENG']);

/**
 * Reads the rows of DfE's `england_census.csv`. `fsmPercent` is NUMFSM / NOR: the pupils eligible
 * now, of those on roll. NUMFSMEVER and PNUMFSMEVER are left alone: they count who was eligible at
 * any time in six years (pupil premium). Withheld figures ("SUPP", "NA") are not known, not zero;
 * a row with no figure at all and the totals of authorities and the country are skipped.
 */
export function createCensusReader(
  header: readonly string[],
  options: ReaderOptions = {},
): CensusReader | { problem: string } {
  const matched = matchColumns(header, 'school-census');
  if ('problem' in matched) return matched;
  const { columns } = matched;
  const { urn: urnColumn, laCode, schoolNumber } = columns;
  const noFilter = laFilterProblem(laCode, options.laCodes);
  if (noFilter) return { problem: noFilter };
  const gate = createRowGate({ header, urn: urnColumn, laCode, laCodes: options.laCodes });
  const urns = createUrnReader(urnColumn);

  function isTotal(cells: readonly string[]): boolean {
    if (!TOTALS.has(cellText(cells, urnColumn).toUpperCase())) return false;
    return !schoolNumber || TOTALS.has(cellText(cells, schoolNumber).toUpperCase());
  }

  function readFigures(cells: readonly string[], line: number): CensusRow {
    const urn = urns.read(cells);
    const pupils = readPupils(cellText(cells, columns.pupils), columns.pupils.title);
    const eligibleText = cellText(cells, columns.eligible);
    const eligible = readPupils(eligibleText, columns.eligible.title);
    if (pupils !== null && eligible !== null && eligible > pupils) {
      const message = `${eligible} pupils eligible for free school meals are more than the ${pupils} on roll.`;
      throw new CellFault(columns.eligible.title, eligibleText, message);
    }
    if (pupils === null) return { skipped: true };
    urns.taken(urn, line);
    const figures: CensusFigures = { urn, pupils };
    if (eligible !== null && pupils > 0) {
      figures.fsmPercent = Math.round((eligible / pupils) * 1000) / 10;
    }
    return { figures };
  }

  return {
    read(cells, line) {
      const stopped = gate(cells, line);
      if (stopped === 'skip' || (stopped === null && isTotal(cells))) return { skipped: true };
      return stopped ?? readingRow(line, () => readFigures(cells, line));
    },
  };
}
