import type { StoredReading } from './keep-reading';

type Sheets = StoredReading['sheets'];

const read = (sheets: Sheets) => sheets.filter((sheet) => sheet.read);

/** A title and how many times it has come before: two columns "Date" are two. */
function numbered(header: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return header.map((title) => {
    const before = seen.get(title) ?? 0;
    seen.set(title, before + 1);
    return `${before}:${title}`;
  });
}

function unitedKeys(sheets: Sheets): string[] {
  return [...new Set(read(sheets).flatMap(({ header, own }) => numbered(header.slice(own))))];
}

/** The columns of all sheets that are read, each once, for handing rows of any of them back. */
export const unitedHeader = (sheets: Sheets): string[] =>
  unitedKeys(sheets).map((key) => key.slice(key.indexOf(':') + 1));

/** Puts the cells of a sheet's row under the united header; what has no title goes to the end. */
export function openPlacing(
  sheets: Sheets,
): (sheetIndex: number, cells: readonly string[]) => string[] {
  const keys = unitedKeys(sheets);
  const places = new Map(
    sheets.map(({ index, header, own }) => [
      index,
      { own, at: numbered(header.slice(own)).map((key) => keys.indexOf(key)) },
    ]),
  );
  return (sheetIndex, cells) => {
    const { own = 0, at = [] } = places.get(sheetIndex) ?? {};
    const placed = keys.map(() => '');
    const beyond: string[] = [];
    for (const [index, cell] of cells.slice(own).entries()) {
      const place = at[index];
      if (place === undefined || place < 0) beyond.push(cell);
      else placed[place] = cell;
    }
    return beyond.some((cell) => cell !== '') ? [...placed, ...beyond] : placed;
  };
}
