import { readText, said } from './testing/read-text';

const B = 'Part B: Co-curricular music';
const C = 'Part C: Musical experiences';

it.each([
  ['We have a choir.', ['choir']],
  ['The KS2 choir and the string orchestra rehearse weekly.', ['KS2 choir', 'string orchestra']],
  ['Clubs: recorder club, guitar group, Rock Band', ['recorder club', 'guitar group', 'Rock Band']],
  ['The choir sang. The Year 5 choir meets on Monday.', ['Year 5 choir']],
  ['Pupils develop ensemble skills.', null],
  ['In-school band lessons are offered.', null],
  ['Children visit the county youth orchestra.', null],
  ['We watched a brass band.', null],
  ['We hope to start a choir.', null],
  [
    'Opportunities for pupils to sing and play music, outside of lesson time, including choirs, ensembles and bands.',
    null,
  ],
])('ensembles in %s', (text, value) => expect(said('ensembles', text, B)).toEqual(value));

it.each([
  ['We have a weekly singing assembly.', 'weekly'],
  ['There is a singing assembly every Tuesday.', 'weekly'],
  ['Children sing together in assembly each week.', 'weekly'],
  ['Singing assemblies take place fortnightly.', 'other'],
  ['Music lessons are weekly, in addition to singing assemblies.', 'other'],
  ['The choir meets weekly.', null],
  [
    'Events such as singing in assembly, concerts and shows, and trips to professional concerts.',
    null,
  ],
])('singing together in %s: %s', (text, value) =>
  expect(said('singingTogether', text, C)).toBe(value),
);

it.each([
  ['There is a termly school performance.', 'termly'],
  ['We hold a concert every term.', 'termly'],
  ['The annual summer concert is in July.', 'yearly'],
  ['Every child takes part in a performance each year.', 'yearly'],
  ['There are various performance opportunities throughout the year.', 'stated'],
  ['Children perform in a nativity at Christmas.', 'stated'],
  ['Pupils learn listening, composing and performing.', null],
  ['We teach instrumental performance skills.', null],
  ['We watch a professional concert at the theatre.', null],
])('performances in %s: %s', (text, value) => expect(said('performances', text, C)).toBe(value));

it.each([
  [
    'The choir performs at events such as Christmas concerts, Asda, Residential homes.',
    ['Christmas concerts', 'Asda', 'Residential homes'],
  ],
  [
    'We hold a carol service, a summer concert and a talent show.',
    ['carol service', 'summer concert', 'talent show'],
  ],
  ['Year 6 take part in Young Voices.', ['Young Voices']],
  ['Pupils reach their full musical potential.', null],
])('events in %s', (text, value) => expect(said('performanceEvents', text, C)).toEqual(value));

it.each([
  ['Children enjoy live music once a year.', 'yearly'],
  ['Each year we take pupils to a concert at the Symphony Hall.', 'yearly'],
  ['Visiting musicians perform for the children.', 'stated'],
  ['A brass quintet from the hub performs for us.', 'stated'],
  ['Pupils perform live.', null],
])('live music in %s: %s', (text, value) => expect(said('liveMusic', text, C)).toBe(value));

describe('what the school wants to do next', () => {
  const priorities = (text: string) => readText(text).fields.priorities.value;
  it('stands under its heading, as the heads of what is said', () => {
    expect(
      priorities(
        'In the future\nThis is about what the school is planning for subsequent years.\n- We would like to buy ukuleles (30).\n- Start a choir',
      ),
    ).toEqual(['Buy ukuleles', 'Start a choir']);
    expect(priorities('Next steps\n\nWe plan to train staff. We aim to start a band.')).toEqual([
      'Train staff',
      'Start a band',
    ]);
  });
  it('stands in the numbered lines, and not in what is under them', () => {
    expect(
      priorities(
        'Development priorities 2026-27\n1. Strengthen singing. Weak now.\n- Buy books.\n2. Improve assessment.\n- Record work.',
      ),
    ).toEqual(['Strengthen singing', 'Improve assessment']);
  });
  it('stands in the first column of an action table', () => {
    expect(
      priorities(
        'Action plan\nPriority | Action | Who | When\nMore lessons | Ask parents | AB | July 2027\nA choir for KS1 | Find a leader | CD | Easter',
      ),
    ).toEqual(['More lessons', 'A choir for KS1']);
  });
  it('is no fact of today', () => {
    const { fields } = readText(
      'Targets\n- Hire ukuleles from the hub\n- A weekly choir by July 2027\n- Lessons on guitar for pupil premium children',
    );
    expect(
      [fields.classroomInstruments, fields.ensembles, fields.lessonsOffered, fields.reviewOn].map(
        ({ value }) => value,
      ),
    ).toEqual([null, null, null, null]);
  });
});
