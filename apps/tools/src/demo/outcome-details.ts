import type { EngagementLevel } from '@tracker/domain';
import type { Setting } from './planned-school';
import type { Random } from './random';

/** What a visitor found good or wanting: the tag that is ticked and what is written to it. */
type Finding = readonly [tag: string, words: string, settings?: readonly Setting[]];

const CLASSES: readonly Setting[] = ['primary', 'special'];
const OLDER: readonly Setting[] = ['secondary', 'college'];

const STRENGTHS: readonly Finding[] = [
  ['Singing', 'Everybody sings every day, and it is led with joy.'],
  ['Singing', 'The choir is open to all and full.', ['primary', 'secondary']],
  [
    'Ensembles and choirs',
    'Ensembles rehearse every week and play in assembly.',
    ['primary', ...OLDER],
  ],
  ['Performances', 'A concert each term that families come to.'],
  ['Support from the leadership', 'The head teacher protects the time for music.'],
  ['Support from the leadership', 'Governors ask about music and get an answer.'],
  ['Music in the curriculum', 'Music is on the timetable of every class, and is taught.'],
  ['Music in the curriculum', 'Clear progression from year to year.', ['primary', 'secondary']],
  [
    'Whole-class teaching',
    'Whole-class lessons have been kept through a change of staff.',
    CLASSES,
  ],
  [
    'Instrumental lessons',
    'Lessons are taken up by more pupils than last year.',
    ['primary', ...OLDER],
  ],
  ['Inclusion', 'Pupils with SEND take part in everything.'],
  ['Inclusion', 'Pupil premium pays for lessons and instruments.', ['primary', 'secondary']],
];

const NEEDS: readonly Finding[] = [
  ['Training for staff', 'Teachers ask for training they can use on Monday.'],
  ['Training for staff', 'The music lead is new and would like a mentor.'],
  ['Instruments', 'Half of the instruments need repair.'],
  ['Instruments', 'Would like to borrow before they buy.'],
  ['Instrumental teachers', 'No teacher for brass or strings can be found.', ['primary', ...OLDER]],
  ['Money for music', 'The budget covers repairs and nothing else.'],
  ['Music development plan', 'The plan is not written; an example of a similar school would help.'],
  ['Music technology', 'Machines and licences are out of date.', OLDER],
  ['Inclusion and SEND', 'Adapted instruments are wanted.'],
  ['Link with other schools', 'Would like to play together with a neighbouring school.'],
  ['Singing', 'Nobody feels confident to lead the singing.', [...CLASSES, 'nursery']],
  ['Whole-class teaching', 'Whole-class teaching has lapsed and should begin again.', CLASSES],
];

const REASONS: Record<EngagementLevel, readonly string[]> = {
  1: [
    'Music is not a priority at the moment, and nobody had time for us.',
    'Emails stay unanswered; the visit was cut to a quarter of an hour.',
  ],
  2: [
    'Interested, with no music lead to carry it yet.',
    'First steps: a choir since September and a plan in draft.',
    'Willing, but waits for the new head teacher.',
  ],
  3: [
    'Takes part in festivals and training, and answers quickly.',
    'A music lead with time and a plan that is followed.',
    'Uses what the hub offers and says what is missing.',
  ],
  4: [
    'Opens its concerts and its training to the schools around it.',
    'A model for the cluster; would help others with their plans.',
  ],
};

const LEVELS = [
  [1, 1],
  [2, 4],
  [3, 6],
  [4, 2],
] as const satisfies readonly (readonly [EngagementLevel, number])[];

/** What is written down of a visit beside its summary. */
export interface OutcomeDetails {
  strengths: string | null;
  needs: string | null;
  engagementLevel: EngagementLevel;
  engagementReason: string;
  /** Labels of the tags that were ticked. */
  tags: { kind: 'strength' | 'need'; label: string }[];
}

/** Where much is going well there is more to praise and less to ask for. */
export function tellDetails(setting: Setting, random: Random): OutcomeDetails {
  const engagementLevel = random.weighted(LEVELS);
  const strengths = some(STRENGTHS, setting, Math.max(0, engagementLevel - 1), random);
  const needs = some(NEEDS, setting, Math.max(1, 4 - engagementLevel), random);
  return {
    strengths: inWords(strengths),
    needs: inWords(needs),
    engagementLevel,
    engagementReason: random.pick(REASONS[engagementLevel]),
    tags: [
      ...strengths.map(([label]) => ({ kind: 'strength' as const, label })),
      ...needs.map(([label]) => ({ kind: 'need' as const, label })),
    ],
  };
}

/** So many findings that fit the school, no two of one tag. */
function some(all: readonly Finding[], setting: Setting, count: number, random: Random): Finding[] {
  const fitting = random.shuffle(
    all.filter(([, , settings]) => settings === undefined || settings.includes(setting)),
  );
  return [...new Map(fitting.map((finding) => [finding[0], finding])).values()].slice(0, count);
}

const inWords = (findings: readonly Finding[]): string | null =>
  findings.map(([, words]) => words).join(' ') || null;
