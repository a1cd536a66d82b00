import { type ImportKind, IMPORT_KINDS } from '@tracker/domain';
import { VISIT_SHEET_FIELDS, type FieldError } from '@tracker/contract';
import { unacceptable, unacceptableField } from '../http/problem';
import type { SentFields } from '../http/receive-parts';

/** What is said beside the file. */
export interface ImportFields {
  kind: ImportKind;
  dryRun: boolean;
  options: { laCodes?: string[]; mapping?: Record<string, number>; headerLine?: number };
}

const KNOWN = ['kind', 'dryRun', 'la', 'mapping', 'headerLine'];
const TRUE = ['true', '1', 'on'];
const FALSE = ['false', '0', 'off', ''];
const MOST_LINES = 10_000_000;
const HEADER_LINE_IS = 'headerLine is the number of the line with the column names, 1 the first.';

/**
 * Reads what is said beside the file.
 *
 * @throws 422 naming every field that is wrong
 */
export function readImportFields(sent: SentFields): ImportFields {
  const errors: FieldError[] = [];
  const wrong = (field: string, message: string): undefined => void errors.push({ field, message });
  const one = (field: string): string => sent.get(field)?.[0]?.trim() ?? '';

  for (const field of sent.keys()) {
    if (!KNOWN.includes(field)) wrong(field, `There is no field "${field}" here.`);
    else if (field !== 'la' && (sent.get(field)?.length ?? 0) > 1) {
      wrong(field, `"${field}" was sent twice.`);
    }
  }
  const kind = IMPORT_KINDS.find((each) => each === one('kind'));
  if (!kind) {
    const said =
      one('kind') === '' ? 'Say what the file holds' : `"${one('kind')}" is not a kind of import`;
    wrong('kind', `${said}: ${IMPORT_KINDS.join(', ')}.`);
  }
  const dryRun = one('dryRun').toLowerCase();
  if (!TRUE.includes(dryRun) && !FALSE.includes(dryRun))
    wrong('dryRun', 'dryRun is true or false.');

  const laCodes = (sent.get('la') ?? [])
    .flatMap((text) => text.split(','))
    .map((code) => code.trim());
  const picked = laCodes.filter((code) => code !== '');
  if (!picked.every((code) => /^\d{1,3}$/.test(code))) {
    wrong(
      'la',
      'la is the code of a local authority, such as 919, or several with commas between.',
    );
  }
  const headerLine = lineNumber(one('headerLine'));
  if (headerLine === null) wrong('headerLine', HEADER_LINE_IS);
  const mapping = one('mapping') === '' ? undefined : readMapping(one('mapping'));
  if (mapping === null) {
    const fields = VISIT_SHEET_FIELDS.join(', ');
    wrong(
      'mapping',
      `mapping is an object of column numbers, 0 the first, for the fields ${fields}.`,
    );
  }
  if (errors.length > 0 || !kind) throw unacceptable(errors);
  return {
    kind,
    dryRun: TRUE.includes(dryRun),
    options: {
      ...(picked.length > 0 && { laCodes: picked }),
      ...(mapping && { mapping }),
      ...(headerLine && { headerLine }),
    },
  };
}

/** The line of the header, null when it is no line number. */
function lineNumber(text: string): number | null | undefined {
  if (text === '') return undefined;
  const line = /^\d{1,8}$/.test(text) ? Number(text) : 0;
  return line >= 1 && line <= MOST_LINES ? line : null;
}

/**
 * Reads the one field of a preview.
 *
 * @throws 422
 */
export function readHeaderLine(sent: SentFields): number | undefined {
  const headerLine = lineNumber(sent.get('headerLine')?.[0]?.trim() ?? '');
  if (headerLine === null) throw unacceptableField('headerLine', HEADER_LINE_IS);
  return headerLine;
}

/** Field -> index of its column; null when it is anything else. Empty choices are left out. */
function readMapping(text: string): Record<string, number> | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return null;
  const mapping: Record<string, number> = {};
  for (const [field, index] of Object.entries(parsed)) {
    if (index === null) continue;
    const known = (VISIT_SHEET_FIELDS as readonly string[]).includes(field);
    if (!known || !Number.isInteger(index) || (index as number) < 0) return null;
    mapping[field] = index as number;
  }
  return mapping;
}
