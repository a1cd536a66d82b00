import { namedLeads } from './named-leads';
import { planChanges } from './plan-changes';

const minutes = (...entries: [stage: string, minutes: number][]) => ({
  minutesPerWeek: entries.map(([stage, number]) => ({
    ...{ stage, minutes: number, qualifier: 'exact' as const },
  })),
});

it('says of minutes each stage that has others', () => {
  expect(planChanges(minutes(['ks2', 30], ['ks1', 45]), minutes(['ks2', 60], ['y7', 50]))).toEqual([
    'Key stage 2: 30 minutes, now 60.',
    'Key stage 1: 45 minutes, now not stated.',
    'Year 7: 50 minutes, not stated before.',
  ]);
});

it('says of lists what is new and what is gone, whatever its capitals', () => {
  const before = {
    schemes: ['Charanga'],
    ensembles: ['choir'],
    lessonCharging: 'charged' as const,
  };
  const now = {
    ...{ schemes: ['charanga', 'Kapow'], lessonCharging: 'charged_with_help' as const },
    wholeClassInstrument: [{ years: ['y4'], instrument: 'clarinet', provider: null }],
  };
  expect(planChanges(before, now)).toEqual([
    'Schemes of work: new: Kapow.',
    'Whole-class instruments: new: Year 4 clarinet.',
    'Charging for lessons: charged, now charged with help.',
    'Ensembles: gone: choir.',
  ]);
});

it('passes over years and days, which differ each time', () => {
  expect(planChanges({ publishedOn: '2025-09' }, { publishedOn: '2026-09' })).toEqual([]);
  expect(planChanges({ weekly: true }, { weekly: null })).toEqual([
    'Music every week: yes, now not stated.',
  ]);
});

describe('a music lead named in a plan', () => {
  const contacts = [
    { name: 'Zoë Marsh', role: 'music_lead' },
    { name: 'Ash Rook', role: 'head_teacher' },
  ];
  it('is offered as a contact where there is none of the name', () => {
    expect(namedLeads(['Mr Robin Vale'], contacts)).toEqual([
      { name: 'Mr Robin Vale', instead: 'Zoë Marsh' },
    ]);
    expect(namedLeads(['Robin Vale'], [])).toEqual([{ name: 'Robin Vale', instead: null }]);
  });
  it('is known without title, capitals and accents', () => {
    expect(namedLeads(['Mrs ZOE MARSH', 'Dr. Ash Rook'], contacts)).toEqual([]);
  });
  it('beside the one on record asks nothing', () => {
    expect(namedLeads(['Zoe Marsh', 'Robin Vale', 'Robin Vale'], contacts)).toEqual([
      { name: 'Robin Vale', instead: null },
    ]);
  });
});
