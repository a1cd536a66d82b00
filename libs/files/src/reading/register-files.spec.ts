import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  createCensusReader,
  createLinkReader,
  createSchoolReader,
  HEADER_ONLY_SENTENCE,
  isInScope,
  isStateFunded,
  type CensusFigures,
  type RegisterLink,
  type RegisterSchool,
  type Rejection,
} from '@tracker/domain';
import { readCsv } from './read-csv';
import { sniffFile } from './sniff-file';
import { makeFolder, makeWorkbook } from './testing/make-files';

interface Reader<Taken> {
  read(cells: string[], line: number): Taken | { rejection: Rejection } | { skipped: true };
}

/** Reads a whole file as an import does: sniffs it, takes the header, hands on every row. */
async function readWith<Taken extends object>(
  path: string,
  createReader: (header: string[]) => Reader<Taken> | { problem: string },
) {
  const sniffed = await sniffFile(path);
  if (!('encoding' in sniffed)) return 'problem' in sniffed ? sniffed : { problem: 'a workbook' };
  const taken: Taken[] = [];
  const rejections: Rejection[] = [];
  let skipped = 0;
  let reader: Reader<Taken> | null = null;
  for await (const { line, cells } of readCsv(path, sniffed.encoding)) {
    if (!reader) {
      const created = createReader(cells);
      if ('problem' in created) return created;
      reader = created;
      continue;
    }
    const result = reader.read(cells, line);
    if ('rejection' in result) rejections.push(result.rejection);
    else if ('skipped' in result) skipped++;
    else taken.push(result as Taken);
  }
  if (taken.length + rejections.length + skipped === 0) return { problem: HEADER_ONLY_SENTENCE };
  return { encoding: sniffed.encoding, taken, rejections, skipped };
}

type WithSchool = { school: RegisterSchool };
const readSchools = (path: string) => readWith<WithSchool>(path, createSchoolReader);

const folder = makeFolder();
afterAll(() => folder.remove());

const HEADER =
  '"URN","EstablishmentName","EstablishmentStatus (name)","TypeOfEstablishment (name)",' +
  '"OpenDate","NumberOfPupils"\r\n';
const row = (urn: string, more = '"",""') =>
  `${urn},"St Mary\x92s School","Open","Community school",${more}\r\n`;
const readLines = (...lines: string[]) =>
  readSchools(folder.write('schools.csv', Buffer.from(HEADER + lines.join(''), 'latin1')));

describe('a register in the encoding DfE uses', () => {
  it('is read as it was meant', async () => {
    expect(await readLines(row('117065', '"01-09-2021","77"'))).toEqual({
      encoding: 'windows-1252',
      taken: [
        {
          school: {
            urn: 117065,
            name: 'St Mary’s School',
            status: 'open',
            establishmentType: 'Community school',
            openedOn: '2021-09-01',
            pupils: 77,
            closedOn: null,
          },
        },
      ],
      rejections: [],
      skipped: 0,
    });
  });

  it('is read the same when a spreadsheet saved it in another', async () => {
    const text = (HEADER + row('117065')).replace('\x92', '’');
    for (const content of [Buffer.from(`\ufeff${text}`, 'utf16le'), Buffer.from(text)]) {
      expect(await readSchools(folder.write('schools.csv', content))).toMatchObject({
        taken: [{ school: { name: 'St Mary’s School' } }],
      });
    }
  });
});

describe('bad input', () => {
  it.each([
    ['an empty file', '', /^The file is empty\./],
    ['a PNG named .csv', Buffer.from('\x89PNG\r\n', 'latin1'), /^This is a picture \(PNG\)/],
    ['a workbook named .csv', makeWorkbook({ A: [['x']] }), /^a workbook$/],
    ['a header alone', HEADER, /^The file has column names but no rows under them/],
    ['a wrong file', 'Name,Age\nAnn,9\n', /^The file has no column “URN”\./],
  ])('%s is a sentence', async (_what, content, sentence) => {
    const result = await readSchools(folder.write('schools.csv', content));
    expect(result).toEqual({ problem: expect.stringMatching(sentence) });
  });

  it.each([
    [
      'two header rows',
      [HEADER, row('117065')],
      2,
      'Line 2 repeats the header, so it was skipped.',
    ],
    [
      'a duplicated URN',
      [row('117065'), row('117065')],
      3,
      'URN 117065 is already on line 2; only that line was taken.',
    ],
    [
      'a URN of letters',
      [row('ABCDEF'), row('117065')],
      2,
      '“ABCDEF” is not a URN, which is a number of six digits.',
    ],
    [
      'an impossible date',
      [row('117065'), row('117066', '"31-02-2024",""')],
      3,
      '31-02-2024 is not a date.',
    ],
    [
      'negative pupils',
      [row('117065'), row('117066', '"","-5"')],
      3,
      '-5 is below zero, and the number of pupils cannot be.',
    ],
  ])('%s are one row handed back and the other taken', async (_what, lines, line, message) => {
    const result = await readLines(...lines);
    expect(result).toMatchObject({ rejections: [{ line, message }] });
    expect(result).toHaveProperty('taken.length', 1);
  });
});

/** Published files of Hertfordshire, tried as well where they lie beside the repository. */
const published = join(__dirname, '../../../../../shared/data/gias');
if (existsSync(published)) {
  describe('the published files', () => {
    const inScope = ({ school }: WithSchool) =>
      isInScope({ status: school.status, stateFunded: isStateFunded(school.establishmentType) });

    it.each([
      ['hertfordshire.csv', 531, 531],
      ['hertfordshire_edubasealldata_reconstructed.csv', 977, 537],
      ['hertfordshire_all_statuses_202311.csv', 961, 540],
    ])('%s has %i schools, %i in scope, and no row is handed back', async (file, all, scope) => {
      const result = await readSchools(join(published, file));
      if ('problem' in result) throw new Error(result.problem);
      expect(result).toMatchObject({ rejections: [], skipped: 0 });
      expect(result.taken).toHaveLength(all);
      expect(result.taken.filter(inScope)).toHaveLength(scope);
    });

    it('of links give links from every row', async () => {
      const path = join(published, 'links_hertfordshire_20250422.csv');
      const result = await readWith<{ links: RegisterLink[] }>(path, createLinkReader);
      if ('problem' in result) throw new Error(result.problem);
      expect(result).toMatchObject({ rejections: [], skipped: 0 });
      expect(result.taken).toHaveLength(513);
    });

    it('of the census give pupils of every school and no share where it was withheld', async () => {
      const path = join(published, 'census_2022-23_919.csv');
      const result = await readWith<{ figures: CensusFigures }>(path, createCensusReader);
      if ('problem' in result) throw new Error(result.problem);
      expect(result).toMatchObject({ rejections: [], skipped: 0 });
      expect(result.taken).toHaveLength(585);
      const known = result.taken.filter(({ figures }) => figures.fsmPercent !== undefined);
      expect(known).toHaveLength(532);
      expect(result.taken.at(-1)).toEqual({
        figures: { urn: 149333, pupils: 220, fsmPercent: 28.2 },
      });
    });
  });
}
