import { stat } from 'node:fs/promises';
import { posix } from 'node:path';
import { BOUNDS, DAMAGED_WORKBOOK, SMALLER, Spent, within } from './bounds';
import { readSheet } from './read-sheet';
import { readXml } from './read-xml';
import { type RichText, sharedStringsVisitor } from './rich-text';
import { UnreadableFileError } from './unreadable-file-error';
import type { Workbook, WorkbookSheet } from './workbook';
import { noStyles, readStyles } from './workbook-styles';
import { ZipParts } from './zip-parts';

interface Relation {
  type: string;
  part: string;
  /** As written: outside the workbook an address. */
  target: string;
}

interface ListedSheet {
  name: string;
  visibility: WorkbookSheet['visibility'];
  relation: string;
}

/**
 * Every sheet of an `.xlsx` workbook, in pieces as it is unpacked and only what is filled.
 *
 * @throws UnreadableFileError when it is damaged or passes one of `BOUNDS`
 */
export async function readWorkbook(path: string): Promise<Workbook> {
  const { size } = await stat(path);
  within(size, BOUNDS.packed, `The workbook is larger than 20 MB. ${SMALLER}`);
  const parts = await ZipParts.open(path);
  const spent = new Spent();
  const top = await readRelations(parts, '_rels/.rels', '', spent);
  const main =
    [...top.values()].find(({ type }) => type.endsWith('/officeDocument'))?.part ??
    'xl/workbook.xml';
  if (!parts.has(main)) throw new UnreadableFileError(DAMAGED_WORKBOOK);
  const folder = posix.dirname(main);
  const relations = await readRelations(
    parts,
    `${folder}/_rels/${posix.basename(main)}.rels`,
    folder,
    spent,
  );
  const { listed, from1904 } = await readMain(parts, main, spent);
  // Some programs leave the relation out and write the part where it usually is.
  const partOf = (type: string) =>
    [...relations.values()].find((relation) => relation.type.endsWith(`/${type}`))?.part ??
    `${folder}/${type}.xml`;
  const [stylesPart, sharedPart] = [partOf('styles'), partOf('sharedStrings')];
  const styles = parts.has(stylesPart) ? await readStyles(parts.read(stylesPart), spent) : noStyles;
  const shared: RichText[] = [];
  if (parts.has(sharedPart)) {
    await readXml(parts.read(sharedPart), spent, sharedStringsVisitor(spent, shared));
  }
  const context = { styles, shared, spent, from1904 };
  const sheets: WorkbookSheet[] = [];
  for (const { name, visibility, relation } of listed) {
    const found = relations.get(relation);
    // Charts and macros have tabs as well, and no cells.
    if (!found?.type.endsWith('/worksheet')) continue;
    const addresses = await readAddresses(parts, found.part, spent);
    const content = await readSheet(parts.read(found.part), { ...context, addresses });
    sheets.push({ name, visibility, ...content });
  }
  return { kind: 'xlsx', sheets };
}

async function readRelations(
  parts: ZipParts,
  name: string,
  folder: string,
  spent: Spent,
): Promise<Map<string, Relation>> {
  const relations = new Map<string, Relation>();
  if (!parts.has(name)) return relations;
  await readXml(parts.read(name), spent, {
    open(element, attributes) {
      const [id, target] = [attributes.get('Id'), attributes.get('Target')];
      if (element !== 'Relationship' || id === undefined || target === undefined) return;
      const part = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
      relations.set(id, { type: attributes.get('Type') ?? '', part, target });
      within(relations.size, BOUNDS.entries, DAMAGED_WORKBOOK);
    },
  });
  return relations;
}

async function readAddresses(
  parts: ZipParts,
  part: string,
  spent: Spent,
): Promise<ReadonlyMap<string, string>> {
  const folder = posix.dirname(part);
  const name = `${folder}/_rels/${posix.basename(part)}.rels`;
  const relations = [...(await readRelations(parts, name, folder, spent))];
  return new Map(
    relations.flatMap(([id, { type, target }]) =>
      type.endsWith('/hyperlink') ? [[id, target] as const] : [],
    ),
  );
}

async function readMain(
  parts: ZipParts,
  name: string,
  spent: Spent,
): Promise<{ listed: ListedSheet[]; from1904: boolean }> {
  const listed: ListedSheet[] = [];
  let from1904 = false;
  await readXml(parts.read(name), spent, {
    open(element, attributes) {
      if (element === 'workbookPr') from1904 = attributes.isOn('date1904');
      if (element !== 'sheet') return;
      const state = attributes.get('state') ?? 'visible';
      listed.push({
        name: attributes.get('name') ?? '',
        visibility:
          state === 'veryHidden' ? 'very-hidden' : state === 'hidden' ? 'hidden' : 'visible',
        relation: attributes.get(':id') ?? '',
      });
      within(listed.length, BOUNDS.sheets, `The workbook has more than 200 sheets. ${SMALLER}`);
    },
  });
  if (listed.length === 0) throw new UnreadableFileError(DAMAGED_WORKBOOK);
  return { listed, from1904 };
}
