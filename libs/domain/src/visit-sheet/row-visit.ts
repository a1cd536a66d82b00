import { LIMITS } from '../limits';
import { shorten } from '../register/rejection';
import { tidyPostcode } from '../register/contact-values';
import type { DayRow, RowFault } from './file-reading';
import type { VisitColumnMapping } from './guess-columns';
import { titleOf } from './open-question';
import { sheetNotes, sheetText, type SheetCell } from './sheet-cell';
import type { PlacedRow } from './sheet-to-read';
import type { VisitField } from './visit-columns';
import { readVisitKind } from './visit-words';
import { readWrittenUrn, urnInName } from './written-urn';

const { summary: LONGEST_SUMMARY, metWith: LONGEST_MET_WITH } = LIMITS.visit;

/** The columns that belong to one day of a row: its own where it has some, else the row's. */
export interface DayColumns {
  mapping: VisitColumnMapping;
  notes: readonly { index: number; title: string }[];
}

function notesOf(row: PlacedRow, notes: DayColumns['notes']): string {
  const said = notes
    .map(({ index, title }) => ({ title, text: sheetNotes(row.cells[index]) }))
    .filter(({ text }) => text !== '');
  if (notes.length === 1) return said[0]?.text ?? '';
  return said.map(({ title, text }) => (title === '' ? text : `${title}: ${text}`)).join('\n\n');
}

/** What a row says of a visit beside its day, and what is wrong with it. */
export function readRowVisit(
  row: PlacedRow,
  { mapping, notes }: DayColumns,
): { visit: DayRow['visit']; faults: RowFault[] } {
  const cellOf = (field: VisitField): SheetCell => row.cells[mapping[field]?.index ?? -1];
  const nameOf = (field: VisitField): string =>
    titleOf(mapping[field]?.title ?? '', mapping[field]?.index ?? 0);
  const text = (field: VisitField): string => sheetText(cellOf(field));
  const faults: RowFault[] = [];
  const wrong = (kind: RowFault['for'], field: VisitField, message: string) =>
    void faults.push({ for: kind, column: nameOf(field), value: shorten(text(field)), message });

  const visit: DayRow['visit'] = {};
  if (text('kind')) visit.kind = readVisitKind(text('kind'));
  const urn = readWrittenUrn(text('urn'));
  if ('notUrn' in urn) {
    const dfe = /^\d{3} ?\/? ?\d{4}$/.test(urn.notUrn) ? ' This looks like a DfE number.' : '';
    const said = `“${urn.notUrn}” is not a URN, which is a number of six digits.${dfe}`;
    wrong('school', 'urn', said);
  } else if (urn.urn !== null) visit.urn = urn.urn;
  const schoolName = text('schoolName');
  const both = 'urn' in urn && urn.urn === null ? urnInName(schoolName) : null;
  if (both) visit.urn = both.urn;
  const name = both ? both.name : schoolName;
  if (name) visit.schoolName = name;
  if ('urn' in urn && urn.urn === null && schoolName === '') {
    const field = mapping.schoolName ? 'schoolName' : 'urn';
    wrong('school', field, 'The row does not say which school was visited.');
  }
  const town = text('town');
  if (town) visit.town = town;
  const postcode = tidyPostcode(text('postcode'));
  if (postcode) visit.postcode = postcode;
  const visitorName = text('visitor');
  if (visitorName) visit.visitorName = visitorName;
  const metWith = text('metWith');
  if (metWith) visit.metWith = metWith;
  for (const field of ['metWith', 'visitor'] as const) {
    if (text(field).length > LONGEST_MET_WITH) {
      wrong('content', field, `This has more than ${LONGEST_MET_WITH} characters. Shorten it.`);
    }
  }
  const summary = notesOf(row, notes);
  if (summary) visit.summary = summary;
  if (summary.length > LONGEST_SUMMARY) {
    const { index = 0, title = '' } = notes[0] ?? {};
    const length = summary.length.toLocaleString('en-GB');
    const message = `The notes have ${length} characters, and ${LONGEST_SUMMARY.toLocaleString('en-GB')} are the most that can be kept. Shorten them.`;
    faults.push({
      ...{ for: 'content', column: titleOf(title, index), value: shorten(summary), message },
    });
  }
  return { visit, faults };
}
