import {
  type BlockToWrite,
  makePdf,
  makeWord,
} from '../../../../libs/files/src/documents/testing/make-documents';

interface Sample {
  school: string;
  lead: string;
}

const overview = ({ lead }: Sample) => [
  ['Academic year that this summary covers', '2024-25'],
  ['Date this summary was published', 'September 2024'],
  ['Date this summary will be reviewed', 'July 2025'],
  ['Name of the school music lead', lead],
  ['Name of local music hub', 'Harrowmere Music Hub'],
];

const CURRICULUM =
  'In key stage 2 every class has a music lesson of 45 minutes each week. Music is taught by class teachers with Charanga.';
const CO_CURRICULAR = 'Our choir meets on Tuesdays. Lessons are offered in guitar and violin.';
const NEXT = 'We would like to buy a set of recorders for Year 3.';

const blocksOf = (sample: Sample): BlockToWrite[] => [
  { h: `Music development plan summary: ${sample.school}` },
  { rows: overview(sample) },
  { h: 'Part A: Curriculum music' },
  { p: CURRICULUM },
  { h: 'Part B: Co-curricular music' },
  { p: CO_CURRICULAR },
  { h: 'In the future' },
  { item: NEXT },
];

export const planAsPdf = (sample: Sample) => makePdf(blocksOf(sample));
export const planAsWord = (sample: Sample) => makeWord(blocksOf(sample));

export function planAsPage(sample: Sample): Buffer {
  const cells = overview(sample).map(
    ([name, value]) => `<tr><td>${name}</td><td>${value}</td></tr>`,
  );
  return Buffer.from(`<!doctype html><html><head><title>Music</title></head><body><main>
    <h1>Music development plan summary: ${sample.school}</h1>
    <table>${cells.join('')}</table>
    <h2>Part A: Curriculum music</h2><p>${CURRICULUM}</p>
    <script>document.title = 'run';</script><img src="x" onerror="document.title = 'run'">
    <h2>Part B: Co-curricular music</h2><p>${CO_CURRICULAR}</p>
    <h2>In the future</h2><ul><li>${NEXT}</li></ul></main></body></html>`);
}
