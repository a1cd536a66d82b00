import { readVisitKind, saysHeld } from './visit-words';

describe('the kind of a visit', () => {
  it.each([
    ['', 'cycle'],
    ['Visit', 'cycle'],
    ['3 year visit', 'cycle'],
    ['Follow-up', 'follow_up'],
    ['follow up visit', 'follow_up'],
    ['Followup', 'follow_up'],
    ['Re-visit', 'follow_up'],
    ['Return visit', 'follow_up'],
    ['Follow-up call', 'follow_up'],
    ['Phone', 'other'],
    ['Telephone', 'other'],
    ['Phoned head', 'other'],
    ['Call', 'other'],
    ['E-mail', 'other'],
    ['emailed', 'other'],
    ['Letter', 'other'],
    ['Tel.', 'other'],
    [' Other ', 'other'],
    // Only whole words tell.
    ['Newsletter launch', 'cycle'],
    ['Another visit', 'cycle'],
  ])('%j is %s', (text, kind) => expect(readVisitKind(text)).toBe(kind));
});

describe('a status that says the visit took place', () => {
  it.each([
    'Completed',
    'COMPLETE',
    'Done',
    'Visited 3 Dec',
    'Held',
    'Took place',
    'Yes',
    'y',
    '✓',
    'Went ahead',
    'Completed, follow-up to be booked',
    'Visited; was cancelled once before',
  ])('%j', (text) => expect(saysHeld(text)).toBe(true));
});

describe('a status that says it did not', () => {
  it.each([
    'Cancelled',
    'Canx',
    'Not held',
    'Not yet visited',
    'No',
    'Didn’t happen',
    'Postponed',
    'Scheduled',
    'Booked for 3 June',
    'Confirmed',
    'Proposed',
    'To be visited',
    'No-show',
    'School closed',
    'Void',
    'Cancelled, now completed by phone',
    'Rearranged, visited later',
    'Never visited',
    "Hasn't taken place",
    'Wasn’t held',
    'Havent visited',
    "Couldn't be completed",
    'Cannot be held',
    'Will be held in May',
  ])('%j', (text) => expect(saysHeld(text)).toBe(false));
});

describe('a status that does not tell', () => {
  it.each(['', '?', 'Spring', 'Head teacher', 'Incomplete', 'Upheld', 'Notes'])('%j', (text) =>
    expect(saysHeld(text)).toBeNull(),
  );
});
