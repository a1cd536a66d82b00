import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';

/** A folder for the files of one test suite, with a way to write into it and to take it away. */
export function makeFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'tracker-files-'));
  return {
    write(name: string, content: string | Uint8Array): string {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** A zip archive of these files. `declared` makes its directory lie about how large they are. */
export function makeZip(files: Record<string, string | Buffer>, declared?: number): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const raw = Buffer.from(content);
    const packed = deflateRawSync(raw, { level: 1 });
    const nameBytes = Buffer.from(name);
    const sizes = Buffer.alloc(26);
    sizes.writeUInt16LE(20, 0);
    sizes.writeUInt16LE(8, 4);
    sizes.writeUInt32LE(crc32(raw), 10);
    sizes.writeUInt32LE(packed.length, 14);
    sizes.writeUInt32LE(declared ?? raw.length, 18);
    sizes.writeUInt16LE(nameBytes.length, 22);
    parts.push(Buffer.from('PK\x03\x04'), sizes, nameBytes, packed);
    const rest = Buffer.alloc(16);
    rest.writeUInt32LE(offset, 12);
    const made = Buffer.from([20, 0]);
    directory.push(Buffer.from('PK\x01\x02'), made, sizes, rest.subarray(2), nameBytes);
    offset += 30 + nameBytes.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  const count = Object.keys(files).length;
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, listed, Buffer.from('PK\x05\x06'), end]);
}

/** A cell to write: `{ day }` is an Excel serial number shown as a date. */
export type CellToWrite = string | number | boolean | null | { day: number };

function cellXml(cell: CellToWrite, at: string): string {
  if (cell === null) return '';
  if (typeof cell === 'object') return `<c r="${at}" s="1"><v>${cell.day}</v></c>`;
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  const text = cell.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
}

function sheetXml(rows: CellToWrite[][]): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  const lines = rows.map((row, r) => {
    const cells = row.map((cell, c) => cellXml(cell, `${letters[c]}${r + 1}`)).join('');
    return cells === '' ? '' : `<row r="${r + 1}">${cells}</row>`;
  });
  return `<worksheet xmlns="${MAIN}"><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** The parts of a small `.xlsx` workbook of at most 26 columns, by path; `makeZip` packs them. */
export function workbookParts(sheets: Record<string, CellToWrite[][]>): Record<string, string> {
  const names = Object.keys(sheets);
  const list = names.map(
    (name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="r${i + 1}"/>`,
  );
  const links = names.map(
    (_, i) =>
      `<Relationship Id="r${i + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  return {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"/>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${links.join('')}</Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(
      names.map((name, i) => [`xl/worksheets/sheet${i + 1}.xml`, sheetXml(sheets[name] ?? [])]),
    ),
  };
}

/** A small `.xlsx` workbook. */
export function makeWorkbook(sheets: Record<string, CellToWrite[][]>): Buffer {
  return makeZip(workbookParts(sheets));
}
