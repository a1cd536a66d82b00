import type { SchoolAvailabilityOnRecord } from '@tracker/contract';
import {
  AVAILABILITY_FIELDS,
  daysWithReason,
  flat,
  formOf,
  savedOf,
  unflat,
} from './availability-form';

const residential = { from: '2025-02-03', to: '2025-02-07', why: 'Residential' };
const onRecord: SchoolAvailabilityOnRecord = {
  ...{ id: 'school', version: 3, neverWeekdays: [5], wishedWeekdays: [2] },
  ...{ unavailable: [residential], note: null, saidOn: '2024-11-18', saidToName: 'Ash Rook' },
  ...{ saidByLink: false, saidByName: null },
};

it('goes into the form and back as it was, and through the choice between two versions', () => {
  const said = { neverWeekdays: [5], wishedWeekdays: [2], unavailable: [residential], note: null };
  expect(savedOf(formOf(onRecord))).toEqual(said);
  expect(unflat(flat(said))).toEqual(said);
  const words = AVAILABILITY_FIELDS.map(({ name, inWords }) =>
    inWords?.(flat(said)[name as keyof typeof said]),
  );
  expect(words).toEqual(['Fridays', 'Tuesdays', daysWithReason(residential), undefined]);
});

it('takes a day without an end for that day alone, and an empty note for none', () => {
  const typed = { ...formOf(onRecord), unavailable: [{ ...residential, to: '' }], note: '  ' };
  expect(savedOf(typed)).toMatchObject({
    unavailable: [{ from: '2025-02-03', to: '2025-02-03', why: 'Residential' }],
    note: null,
  });
});

it('says days with their reason', () => {
  expect(daysWithReason(residential)).toBe('Mon 3 Feb 2025 to Fri 7 Feb 2025: Residential');
  expect(daysWithReason({ ...residential, to: residential.from })).toBe(
    'Mon 3 Feb 2025: Residential',
  );
});
