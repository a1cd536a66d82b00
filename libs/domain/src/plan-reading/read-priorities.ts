import { listOf, type FoundIn } from './collect';
import type { DocumentToRead, FieldReading } from './document-to-read';
import { isActionTable, isGoal } from './goals';
import { oneLine, plainText } from './plain-text';
import type { Statement } from './statements';

const PRIORITY_TITLE = /\b(priorit|objective|target|aims?\b|goal|development|improvement)/;
const COLUMN =
  /^(priorit\w*|(key |our )?(objectives?|targets?|aims?|goals?)( .*)?|areas? (for|of) .*|what|what (do|will) we .*|(development|improvement) .*|focus.*)$/;
const ACTION_COLUMN = /^(actions?|next steps|steps|key actions|what.*)/;
const LEAD_IN =
  /^(?:(?:in the future|next year|this year|in 20\d\d[-–/]\d\d|over the next \w+ \w+|for 20\d\d[-–/]\d\d|we also|as a school|from september(?: 20\d\d)?|going forward|moving forward),?\s*)*(?:(?:the school|we|our school|staff|i)\s+(?:also\s+|currently\s+)?(?:would like|'d like|plan|aim|hope|intend|want|wish|are (?:planning|hoping|looking|aiming|working|keen)(?: towards| forward)?|will (?:be looking|continue|look|aim|work|also)?)\s*(?:to |towards )?|our (?:next step|aim|priority|goal|plan|target)s? (?:is|are|will be)\s*(?:to )?|to )/i;
const LONGEST = 200;
const MOST = 30;

/** What the school wants to do next: the heads of what stands under such a heading or in its action table. */
export function readPriorities(
  document: DocumentToRead,
  statements: readonly Statement[],
): FieldReading<string[]> {
  const inTables = fromTables(document);
  const future = statements.filter(
    ({ section, kind, text }) => section === 'future' && kind !== 'heading' && text.length > 3,
  );
  const named = future.filter(({ under }) => PRIORITY_TITLE.test(plainText(firstHeading(under))));
  const listed = (named.length > 0 ? named : future).filter(({ kind }) => kind !== 'cell');
  const heads = headsOf(listed);
  const read = inTables.length > 0 ? inTables : heads;
  return listOf(read.slice(0, MOST), inTables.length > 0 ? 'likely' : 'unsure');
}

const firstHeading = (under: string) => under.split(' / ')[0] ?? '';

/** Numbered lines before others: under one priority stand its actions. */
function headsOf(statements: readonly Statement[]): FoundIn<string>[] {
  const all = statements.filter(({ kind }) => kind === 'item');
  const numbered = all.filter(({ ordered }) => ordered);
  const items = numbered.length > 0 ? numbered : all;
  const chosen =
    items.length > 0
      ? onePerBlock(items)
      : statements.filter(({ text, section }) => section === 'future' || isGoal(text));
  return chosen
    .map((statement) => ({ value: headOf(statement.text), statement }))
    .filter(({ value }) => value.length > 3 && value.length <= LONGEST && !/:$/.test(value));
}

function onePerBlock(items: readonly Statement[]): Statement[] {
  return items.filter((item, i) => items.findIndex(({ block }) => block === item.block) === i);
}

/** Without number, bracket and "We would like to". */
export function headOf(text: string): string {
  const tidy = oneLine(text)
    .replace(/^\(?\d{1,2}[.):]?\s+|^[-•]\s+/, '')
    .replace(/\s*\([^)]*\)\s*(?=[.:]?\s*$)/, '')
    .replace(/[\s.:;]+$/, '');
  const bare = tidy.replace(LEAD_IN, '');
  const head = bare.length > 3 ? bare : tidy;
  return head.charAt(0).toUpperCase() + head.slice(1);
}

function fromTables(document: DocumentToRead): FoundIn<string>[] {
  return document.blocks.flatMap((block, at) => {
    if (block.kind !== 'table') return [];
    const head = (block.rows[0] ?? []).map((cell) => plainText(cell));
    if (block.rows.length < 2 || !isActionTable(block.rows[0] ?? [])) return [];
    const named = head.findIndex((title) => COLUMN.test(title));
    const column =
      named >= 0
        ? named
        : Math.max(
            0,
            head.findIndex((title) => ACTION_COLUMN.test(title)),
          );
    return block.rows.slice(1).flatMap((row) => {
      const cell = row[column] ?? '';
      const value = headOf(
        cell
          .split(/\n|(?<=[.!?])\s+(?=\p{Lu})/u)
          .find((line) => line.replace(/[\d.)\s]/g, '') !== '') ?? '',
      );
      if (value.length <= 3) return [];
      const statement: Statement = {
        ...{
          text: cell,
          block: at,
          kind: 'cell',
          section: 'future',
          under: '',
          goal: true,
          ordered: false,
          national: false,
        },
      };
      return [{ value, statement }];
    });
  });
}
