import type { RegionTarget, Target } from '@tracker/contract';
import {
  DEFAULT_PLAN_RULES,
  DEFAULT_WEIGHTS,
  type HubPlanWords,
  type HubRules,
  NO_PLAN_WORDS,
  WEIGHT_FIELDS,
} from '@tracker/domain';
import { fromLists, listsOf, planWordsForm, planWordsOf } from './plan-words-form';
import {
  formOf as rulesFormOf,
  INSEPARABLE,
  pointField,
  RULES_IN_WORDS,
  rulesOf,
} from './rules-form';
import { phasesInWords, rowsOf, windowInWords, windowsOf } from './windows-form';
import { flat, formOf, savedOf, sharesOf, sumInWords, targetFields } from './target-form';

const rules: Omit<HubRules, 'planWords'> = {
  kindsNotCounting: ['other'],
  firstCycleStartsIn: '2024-25',
  targetVisits: 180,
  weights: DEFAULT_WEIGHTS,
  planRules: DEFAULT_PLAN_RULES,
  fetchPlans: true,
  calendarHosts: ['outlook.office.com', 'calendar.example.org'],
  planning: {
    ...{ noticeDays: 21, cancelShare: 0.145, monthsBetween: 24 },
    ...{ offerDays: 12, remindSchools: false },
  },
};

it('takes the rules into the form and back as they were', () => {
  expect(rulesOf(rulesFormOf(rules))).toEqual(rules);
});

it('leaves the share that falls through to the hub’s own where none is given', () => {
  const planning = { ...rules.planning, cancelShare: null };
  expect(rulesOf(rulesFormOf({ ...rules, planning })).planning).toEqual(planning);
});

it('has every number of the points in the form, with a label, and takes them together', () => {
  const numbers = Object.values(DEFAULT_WEIGHTS).flatMap((weight) =>
    typeof weight === 'number' ? [weight] : Object.values(weight),
  );
  const { kindsNotCounting, firstCycleStartsIn, targetVisits, ...others } = rulesFormOf(rules);
  const { renewalEndsOn, phasesNotExpected, fetchPlans, calendarHosts, ...more } = others;
  const { noticeDays, cancelPercent, monthsBetween, offerDays, remindSchools, ...points } = more;
  expect([noticeDays, cancelPercent, monthsBetween]).toEqual([21, 14.5, 24]);
  expect([offerDays, remindSchools]).toEqual([12, false]);
  expect(calendarHosts).toBe('outlook.office.com, calendar.example.org');
  expect([renewalEndsOn, phasesNotExpected, fetchPlans]).toEqual([
    ...['31 December', ['Nursery', '16 plus'], true],
  ]);
  expect([kindsNotCounting, firstCycleStartsIn, targetVisits]).toEqual([['other'], '2024-25', 180]);
  expect(Object.values(points).sort()).toEqual(numbers.map(Number).sort());
  const names = WEIGHT_FIELDS.map(pointField);
  expect(names.sort()).toEqual(Object.keys(points).sort());
  expect(INSEPARABLE.flat().sort()).toEqual(names);
  const named = RULES_IN_WORDS.filter(({ label }) => label !== '').map(({ name }) => name);
  expect(named).toEqual(expect.arrayContaining(names));
});

it.each([
  ['31 December', '12-31'],
  ['30/9', '09-30'],
  ['31 June', '31 June'],
  ['soon', 'soon'],
])('reads %s as the day until which plans may be renewed', (renewalEndsOn, read) => {
  const form = { ...rulesFormOf(rules), renewalEndsOn };
  expect(rulesOf(form).planRules.renewalEndsOn).toBe(read);
});

it('takes a number that is left out for none', () => {
  const form = { ...rulesFormOf(rules), noMusicPlan: '' };
  expect(rulesOf(form).weights.noMusicPlan).toBeNaN();
});

describe('a target', () => {
  const region = (regionId: string, schoolsToVisit: number, byHand?: number): RegionTarget => ({
    ...{ regionId, regionName: regionId, schoolsToVisit, schoolsInScope: schoolsToVisit },
    ...{ visits: byHand ?? 0, surveys: byHand ?? 0, setByHand: byHand !== undefined },
  });
  const regions = [region('north', 30), region('south', 10), region('east', 5, 40)];
  const target = { visits: 180, surveys: 90, regions } as Target;

  it('is split as the rule splits it, what is set by hand kept', () => {
    const shares = sharesOf(formOf(target), regions);
    expect([...shares.values()].map(({ visits }) => visits)).toEqual([105, 35, 40]);
    const sum = [...shares.values()].reduce((all, { surveys }) => all + surveys, 0);
    expect(sum).toBe(90);
  });

  it('goes into fields region by region and back', () => {
    const saved = savedOf(flat(formOf(target)));
    expect(saved).toEqual({
      ...{ visits: 180, surveys: 90 },
      regions: [{ regionId: 'east', visits: 40, surveys: 40 }],
    });
    const [, , north, , east] = targetFields(regions);
    expect(north && 'inWords' in north && north.inWords('')).toBe('In proportion');
    expect(east && 'inWords' in east && east.inWords('40 1')).toBe('40 visits and 1 survey');
  });

  it('says how far the regions together are from the whole', () => {
    expect(sumInWords(180, 180, 'visit')).toBe('180 of 180 visits');
    expect(sumInWords(178, 180, 'visit')).toBe('178 of 180 visits, 2 under');
    expect(sumInWords(1_181, 1_180, 'visit')).toBe('1,181 of 1,180 visits, 1 over');
  });
});

describe('names in plans', () => {
  const words: HubPlanWords = {
    ...NO_PLAN_WORDS,
    hubNames: ['HMS', 'Herts Music Hub'],
    schemes: [{ name: 'Moorland Music', others: ['MM', 'Moorland'] }],
    labels: { ...NO_PLAN_WORDS.labels, musicLead: ['Music champion'], other: ['Ofsted grade'] },
  };

  it('go into the form and back as they were', () => {
    const form = planWordsForm(words);
    expect(form.schemes).toEqual([{ name: 'Moorland Music', others: 'MM, Moorland' }]);
    expect(planWordsOf(form, words)).toEqual(words);
    expect(fromLists(listsOf(words))).toEqual(words);
  });

  it('that were taken out of the form are gone', () => {
    const form = { ...planWordsForm(words), hubNames: '', schemes: [] };
    expect(planWordsOf(form, words)).toMatchObject({ hubNames: [], schemes: [] });
  });
});

describe('days without visits', () => {
  const exams = { words: 'Exams', from: '2025-05-08', to: '2025-06-25', phases: ['Secondary'] };
  const first = { words: 'First day', from: '2024-09-02', to: '2024-09-02', phases: null };

  it('go into the form and back as they were; without a phase they are of all', () => {
    expect(windowsOf(rowsOf([exams, first]))).toEqual([exams, first]);
  });

  it('that are half filled in go to the server, which refuses them at their field', () => {
    const [empty] = windowsOf([{ words: 'Trips' } as never]);
    expect(empty).toEqual({ words: 'Trips', from: '', to: '', phases: null });
  });

  it('are said with their phases', () => {
    expect(windowInWords(exams)).toBe('Exams: Thu 8 May 2025 to Wed 25 Jun 2025. Secondary');
    expect(windowInWords(first)).toBe('First day: Mon 2 Sep 2024. Schools of every phase');
    expect(phasesInWords(['Primary', 'All-through'])).toBe('Primary and All-through');
  });
});
