import {
  type OutcomeFacts,
  outcomeProblems,
  type OutcomeToCheck,
  peopleMetInWords,
  peopleNoted,
} from './visit-outcome';

const facts: OutcomeFacts = {
  today: '2024-12-03',
  school: { name: 'Birch Academy', closed: false },
  contactIds: new Set(['jo']),
  tagKinds: new Map([
    ['singing', 'strength'],
    ['money', 'need'],
  ]),
  staffIds: new Set(['nia']),
};

const problems = (over: Partial<OutcomeToCheck>, more: Partial<OutcomeFacts> = {}) =>
  outcomeProblems({ visitedOn: '2024-12-03', ...over }, { ...facts, ...more });

describe('a log', () => {
  it.each<[string, Partial<OutcomeToCheck>]>([
    ['with a day alone', {}],
    [
      'with everything',
      {
        peopleMet: [{ contactId: 'jo' }, { name: 'Ann Lee', role: 'head_teacher' }],
        strengthTagIds: ['singing'],
        needTagIds: ['money'],
        engagementLevel: 3,
        engagementReason: 'Came to both networks',
        actions: [{ ownerId: 'nia' }, { ownerId: null }, {}],
        followUpVisit: { scheduledOn: '2024-12-04', visitorId: 'nia' },
      },
    ],
    ['with a follow-up visit that has no day', { followUpVisit: {} }],
    [
      'with one person in two roles',
      {
        peopleMet: [
          { name: 'Ann Lee', role: 'head_teacher' },
          { name: 'Ann Lee', role: 'music_lead' },
        ],
      },
    ],
  ])('%s can be taken', (_, over) => {
    expect(problems(over)).toEqual([]);
  });

  it.each<[string, Partial<OutcomeToCheck>, RegExp]>([
    ['visitedOn', { visitedOn: '2024-12-04' }, /in the future/],
    ['peopleMet.0.contactId', { peopleMet: [{ contactId: 'gone' }] }, /no longer, among the/],
    ['peopleMet.0', { peopleMet: [{ contactId: 'jo', name: 'Jo' }] }, /not both/],
    ['peopleMet.0.name', { peopleMet: [{ name: ' ', role: 'other' }] }, /Give the name/],
    ['peopleMet.0.role', { peopleMet: [{ name: 'Ann' }] }, /what this person is/],
    ['peopleMet.1', { peopleMet: [{ contactId: 'jo' }, { contactId: 'jo' }] }, /twice/],
    [
      'peopleMet.1',
      {
        peopleMet: [
          { name: 'Ann  Lee', role: 'other' },
          { name: ' ann lee', role: 'other' },
        ],
      },
      /twice/,
    ],
    ['strengthTagIds.0', { strengthTagIds: ['money'] }, /no such strength/],
    ['needTagIds.1', { needTagIds: ['money', 'other'] }, /no such need/],
    ['engagementReason', { engagementLevel: 4, engagementReason: '  ' }, /Say in a sentence why/],
    ['engagementLevel', { engagementReason: 'Keen' }, /Choose the level/],
    ['actions.1.ownerId', { actions: [{}, { ownerId: 'left' }] }, /no account/],
    ['followUpVisit.scheduledOn', { followUpVisit: { scheduledOn: '2024-12-03' } }, /later than/],
    ['followUpVisit.visitorId', { followUpVisit: { visitorId: 'left' } }, /no account/],
  ])('is refused for %s: %j', (field, over, message) => {
    expect(problems(over)).toEqual([{ field, message: expect.stringMatching(message) }]);
  });

  it('plans no follow-up visit at a closed school', () => {
    const school = { name: 'Birch Academy', closed: true };
    expect(problems({ followUpVisit: {} }, { school })).toEqual([
      { field: 'followUpVisit', message: expect.stringContaining('Birch Academy is closed') },
    ]);
  });
});

describe('the people met', () => {
  const jo = { id: 'jo', name: 'Jo Marsh', role: 'music_lead' } as const;
  const unreached = { email: null, telephone: null };

  it('are contacts by id, by the same name and role, or new ones', () => {
    expect(
      peopleNoted(
        [
          { contactId: 'jo' },
          { name: 'jo  marsh', role: 'music_lead' },
          { name: 'Jo Marsh', role: 'head_teacher' },
          { name: ' Ann  Lee ', role: 'other', email: 'ann@school.example' },
        ],
        [jo],
      ),
    ).toEqual([
      { ...jo, ...unreached, isNew: false },
      { id: null, name: 'Jo Marsh', role: 'head_teacher', ...unreached, isNew: true },
      {
        ...{ id: null, name: 'Ann Lee', role: 'other', email: 'ann@school.example' },
        ...{ telephone: null, isNew: true },
      },
    ]);
  });

  it('who were contacts once are named again without becoming contacts', () => {
    const again = { name: 'jo marsh', role: 'music_lead' } as const;
    const kept = { id: null, ...again, ...unreached };
    expect(peopleNoted([again], [], [jo])).toEqual([{ ...kept, isNew: false }]);
    const elsewhere = { ...jo, role: 'other' } as const;
    expect(peopleNoted([again], [], [elsewhere])).toEqual([{ ...kept, isNew: true }]);
  });

  it('are told in words', () => {
    expect(peopleMetInWords([])).toBeNull();
    expect(peopleMetInWords([jo, { name: 'Ann Lee', role: 'other' }])).toBe(
      'Jo Marsh (music lead), Ann Lee',
    );
  });
});
