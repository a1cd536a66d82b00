import type { PlanField, PlanFieldValue } from '../plan-reading';
import { COUNTED_FIELDS } from './counted-fields';
import { planValuesOf } from './plan-values';

const HUB = { name: 'Northmere Music Hub', others: ['NMS', 'Northmere'] };
type Facts = Partial<Record<PlanField, PlanFieldValue | null>>;

/** `field part value number` of each, of lists without the number, without the first, which says that there is a plan. */
function counted(facts: Facts, phase: string | null = 'Primary'): string[] {
  const given = Object.entries(facts).map(([field, value]) => ({
    ...{ field: field as PlanField, value: value ?? null },
  }));
  const [first, ...values] = planValuesOf(given, { phase, hub: HUB });
  expect(first).toEqual({ field: 'plan', part: '', value: 'confirmed', number: null });
  return values.map(({ field, part, value, number }) =>
    [field, part, value, COUNTED_FIELDS[field].several ? null : number]
      .filter((each) => each !== '' && each !== null)
      .join(' '),
  );
}
const minutes = (...each: [stage: string, minutes: number][]) => ({
  minutesPerWeek: each.map(([stage, number]) => ({
    ...{ stage, minutes: number, qualifier: 'exact' as const },
  })),
});

describe('minutes and the hour', () => {
  it.each<[string, [string, number][], string | null, string[]]>([
    [
      'the smallest of its years',
      ...([
        [
          ['y7', 90],
          ['y8', 60],
          ['y9', 150],
        ],
        'Secondary',
      ] as [[string, number][], string]),
      ['hour ks3 met', 'minutesPerWeek ks3 stated 60'],
    ],
    [
      'below the hour',
      [['ks2', 59.5]],
      'Primary',
      ['hour ks2 not_met', 'minutesPerWeek ks2 stated 59.5'],
    ],
    [
      'key stages 4 and 5 have no hour',
      [
        ['ks4', 180],
        ['y12', 300],
      ],
      'Secondary',
      ['minutesPerWeek ks4 stated 180', 'minutesPerWeek ks5 stated 300'],
    ],
    [
      'all classes of a primary school are of two key stages',
      [['all', 60]],
      'Primary',
      [
        'hour ks1 met',
        'hour ks2 met',
        'minutesPerWeek ks1 stated 60',
        'minutesPerWeek ks2 stated 60',
      ],
    ],
    [
      'what is said of one goes before what is said of all',
      [
        ['all', 60],
        ['ks1', 30],
      ],
      'Primary',
      [
        ...['hour ks1 not_met', 'hour ks2 met'],
        ...['minutesPerWeek ks1 stated 30', 'minutesPerWeek ks2 stated 60'],
      ],
    ],
    [
      'all classes of a secondary school',
      [['all', 50]],
      'Secondary',
      ['hour ks3 not_met', 'minutesPerWeek ks3 stated 50', 'minutesPerWeek ks4 stated 50'],
    ],
    ['all classes of a special school', [['all', 60]], 'Not applicable', []],
    ['all classes of a school without a phase', [['all', 60]], null, []],
    ['early years', [['eyfs', 30]], 'Primary', []],
  ])('%s', (_, entries, phase, values) =>
    expect(counted(minutes(...entries), phase)).toEqual(values),
  );
});

describe('each thing once, by one name', () => {
  it.each<[string, Facts, string[]]>([
    ['nothing is stated', { schemes: null, sendSupport: null }, []],
    [
      'schemes by the list',
      { schemes: ['Charanga Musical School', 'Charanga', ' Our  own '] },
      ['schemes Charanga', 'schemes Our own'],
    ],
    [
      'who teaches',
      { taughtBy: ['class_teachers', 'visiting'] },
      ['taughtBy class_teachers', 'taughtBy visiting'],
    ],
    ['the model curriculum', { modelMusicCurriculum: 'partly' }, ['modelMusicCurriculum partly']],
    ['courses', { qualifications: ['GCSE Music'] }, ['qualifications GCSE Music']],
    [
      'an instrument for two years, and one that is not named',
      {
        wholeClassInstrument: [
          { years: ['y3', 'y4'], instrument: 'Ukuleles', provider: 'NMS' },
          { years: ['y5'], instrument: null, provider: null },
          { years: [], instrument: 'Violin', provider: null },
        ],
      },
      [
        ...['wholeClassInstrument y3 ukulele', 'wholeClassInstrument y4 ukulele'],
        ...['wholeClassInstrument y5 not_named', 'wholeClassInstrument violin'],
      ],
    ],
    [
      'instruments by the list, others as written but small',
      { classroomInstruments: ['Recorders', 'recorder', 'Nose whistle', 'DJ decks'] },
      [
        ...['classroomInstruments recorder', 'classroomInstruments nose whistle'],
        'classroomInstruments DJ decks',
      ],
    ],
    ['help with SEND', { sendSupport: true }, ['sendSupport yes']],
    ['no lessons', { lessonsOffered: false }, ['lessonsOffered no']],
    [
      'lessons',
      {
        ...{ lessonsOffered: true, lessonInstruments: ['Flutes', 'piano'] },
        ...{ lessonCharging: 'charged_with_help' },
        lessonHelpFor: ['pupil_premium', 'siblings', 'twins'],
      },
      [
        ...['lessonsOffered yes', 'lessonInstruments flute', 'lessonInstruments piano'],
        ...[
          'lessonCharging charged_with_help',
          'lessonHelpFor pupil_premium',
          'lessonHelpFor other',
        ],
      ],
    ],
    [
      'ensembles by their kind',
      { ensembles: ['KS2 Choir', 'Glee club', 'Chamber orchestra', 'Samba band', 'Recorder club'] },
      ['ensembles choir', 'ensembles orchestra', 'ensembles band', 'ensembles other'],
    ],
    [
      'singing and performing',
      { singingTogether: 'weekly', performances: 'termly', liveMusic: 'stated' },
      ['singingTogether weekly', 'performances termly', 'liveMusic stated'],
    ],
    [
      'partners by the list',
      { otherOrganisations: ['Rock Steady', 'Rotary Club of Northmere'] },
      ['otherOrganisations Rocksteady Music School', 'otherOrganisations Rotary Club of Northmere'],
    ],
    ['our hub', { hubName: 'The Northmere Music Hub' }, ['hubName ours']],
    ['our hub by its initials', { hubName: 'NMS' }, ['hubName ours']],
    ['another hub', { hubName: 'Kent Music' }, ['hubName other']],
    [
      'what they want to do next is counted, and its words are not kept',
      { priorities: ['Buy ukuleles', 'Start a choir'] },
      ['priorities stated 2'],
    ],
    [
      'what is not counted',
      {
        ...{ schoolName: 'Birch School', academicYears: ['2026-27'], publishedOn: '2026-09' },
        ...{ lessonMinutes: 50, weekly: true, performanceEvents: ['Carol service'] },
      },
      [],
    ],
  ])('%s', (_, facts, values) => expect(counted(facts)).toEqual(values));

  it('says of the things of a list which each is', () => {
    const facts = { ensembles: ['Choir', 'Junior choir', 'Band'], schemes: ['Kapow'] };
    const given = Object.entries(facts).map(([field, value]) => ({
      ...{ field: field as PlanField, value },
    }));
    const values = planValuesOf(given, { phase: null, hub: HUB });
    expect(values.map(({ value, number }) => [value, number])).toEqual([
      ...[
        ['confirmed', null],
        ['Kapow', 1],
        ['choir', 1],
        ['band', 2],
      ],
    ]);
  });

  it('never keeps a name of a person', () => {
    const facts = { musicLead: ['Robin Vale', 'Jo Ashby'], leadershipLead: ['Sam Reed'] };
    expect(counted(facts)).toEqual(['musicLead named 2', 'leadershipLead named 1']);
    expect(counted({ musicLead: [' '] })).toEqual([]);
  });

  it('keeps no more of a text than an address holds', () => {
    const [value] = counted({ otherOrganisations: ['x'.repeat(5_000)] });
    expect(value).toBe(`otherOrganisations ${'x'.repeat(150)}`);
  });
});
