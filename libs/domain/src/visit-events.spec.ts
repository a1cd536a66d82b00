import { visitEventInWords, visitEventKind, type VisitEventToTell } from './visit-events';

const event = (over: Partial<VisitEventToTell>): VisitEventToTell => ({
  kind: 'scheduled',
  byName: 'Hilary Marsh',
  why: null,
  cancelledBy: null,
  scheduledOnBefore: null,
  scheduledOn: '2024-12-03',
  startTimeBefore: null,
  startTime: '09:30',
  visitorNameBefore: null,
  visitorName: null,
  schoolNameBefore: null,
  schoolName: null,
  overrode: [],
  ...over,
});
const told = (over: Partial<VisitEventToTell>) => visitEventInWords(event(over), '2024-11-20');

const moved: Partial<VisitEventToTell> = {
  kind: 'rescheduled',
  scheduledOnBefore: '2024-12-03',
  startTimeBefore: '09:30',
};

it.each<[Partial<VisitEventToTell>, string]>([
  [{ kind: 'imported' }, 'Imported from a list of visits'],
  [{ kind: 'proposed' }, 'Proposed'],
  [{ kind: 'proposed', visitorName: 'Ash Rook' }, 'Proposed, for Ash Rook'],
  [{}, 'Scheduled for Tue 3 Dec 2024 at 09:30'],
  [{ startTime: null, visitorName: 'Ash Rook' }, 'Scheduled for Tue 3 Dec 2024, Ash Rook to visit'],
  [
    { ...moved, scheduledOn: '2024-12-05', startTime: '10:00' },
    'Moved from Tue 3 Dec 2024 at 09:30 to Thu 5 Dec 2024 at 10:00',
  ],
  [{ ...moved, visitorName: 'Ash Rook' }, 'Visitor set to Ash Rook'],
  [{ ...moved, visitorNameBefore: 'Ash Rook' }, 'Visitor taken away, was Ash Rook'],
  [
    { ...moved, startTime: null, visitorNameBefore: 'Ash Rook', visitorName: 'Jo Lee' },
    'Moved from Tue 3 Dec 2024 at 09:30 to Tue 3 Dec 2024, handed from Ash Rook to Jo Lee',
  ],
  [moved, 'Scheduled again for the same day'],
  [{ kind: 'confirmed' }, 'Confirmed for Tue 3 Dec 2024 at 09:30'],
  [{ kind: 'cancelled', cancelledBy: 'school' }, 'Cancelled by the school'],
  [{ kind: 'cancelled' }, 'Cancelled'],
  [{ kind: 'not_held' }, 'Not held'],
  [{ kind: 'completed' }, 'Visit logged'],
  [{ kind: 'corrected' }, 'Log corrected'],
  [{ kind: 'moved' }, 'Given to the school that followed'],
  [{ kind: 'moved', schoolNameBefore: 'Mill Lane' }, 'Given to the school that followed Mill Lane'],
  [{ kind: 'voided' }, 'Made void'],
  [{ kind: 'unvoided' }, 'Void no longer'],
  [
    { kind: 'rehomed', schoolNameBefore: 'Mill Lane', schoolName: 'Mill Road' },
    'Put at Mill Road, was at Mill Lane',
  ],
])('%j reads as %s', (over, words) => {
  expect(told(over)).toBe(`${words}, by Hilary Marsh, Wed 20 Nov 2024`);
});

it('says why, and against what', () => {
  expect(told({ why: 'Inspection', overrode: ['weekend', 'visitor_busy'] })).toBe(
    'Scheduled for Tue 3 Dec 2024 at 09:30, although it is at the weekend and the visitor had another visit at that time, by Hilary Marsh, Wed 20 Nov 2024: Inspection',
  );
  expect(told({ kind: 'imported', byName: null })).toBe(
    'Imported from a list of visits, Wed 20 Nov 2024',
  );
});

it.each([
  ['schedule', null, 'scheduled'],
  ['schedule', '2024-12-03', 'rescheduled'],
  ['confirm', '2024-12-03', 'confirmed'],
  ['cancel', null, 'cancelled'],
  ['not_held', '2024-12-03', 'not_held'],
  ['complete', null, 'completed'],
] as const)('%s of a visit for %s is kept as %s', (command, before, kind) => {
  expect(visitEventKind(command, before)).toBe(kind);
});
