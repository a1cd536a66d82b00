import type { Setting } from './planned-school';

/** Something a visit finds, and what may have to be done about it. */
export interface Theme {
  settings: readonly Setting[];
  /** Sentences of a summary; `{year}` and the like are filled in by `fill`. */
  findings: readonly string[];
  /** Title and detail of an action. */
  actions: readonly (readonly [title: string, detail: string | null])[];
}

const SCHOOLS: readonly Setting[] = ['primary', 'secondary', 'special', 'alternative', 'college'];
const EVERYWHERE: readonly Setting[] = [...SCHOOLS, 'nursery'];

/** Whatever the school. */
export const COMMON_THEMES: readonly Theme[] = [
  {
    settings: SCHOOLS,
    findings: [
      'The music development plan is written but not on the website yet.',
      'No music development plan so far; the template was new to them.',
      'The plan summary is published and says honestly what is missing: time and instruments.',
      'The summary on the website is still last year’s.',
      'The trust wants one plan for all its schools, so this one waits.',
    ],
    actions: [
      [
        'Send the music development plan template',
        'With the two examples from neighbouring schools.',
      ],
      ['Read the draft plan and send comments', null],
      ['Ask for the link to the published plan', 'Promised for the end of the month.'],
      ['Half an hour online to go through the plan', null],
    ],
  },
  {
    settings: SCHOOLS,
    findings: [
      'Music budget this year is {budget}, down from {moreBudget}.',
      'There is no music budget as such; the office buys strings and reeds when asked.',
      'The budget of {budget} goes on the singing licence and repairs.',
      'The friends of the school gave {budget} for instruments.',
    ],
    actions: [
      ['Send the list of small grants', 'Closing dates are before the end of term.'],
      ['Price a starter set of percussion', null],
      [
        'Help with the bid to the charitable trust',
        'Needs figures of pupils on free school meals.',
      ],
    ],
  },
  {
    settings: SCHOOLS,
    findings: [
      'A cupboard full of {instrument} has not been opened for years.',
      'About {few} of the {instrument} need repair.',
      'Storage is the problem: {instrument} live under the stage.',
      'A new set of {instrument} has made all the difference.',
    ],
    actions: [
      ['Collect instruments for repair', null],
      ['Lend a class set of {instrument}', 'Until the end of the summer term.'],
      ['Ask the repair workshop for a quotation', 'Bring it down to what the budget allows.'],
    ],
  },
  {
    settings: SCHOOLS,
    findings: [
      'The music lead is new to the post and would welcome a mentor.',
      'The music lead teaches four days and has no release time.',
      'Staff confidence is the sticking point; most would rather leave singing to somebody else.',
      'Three teachers came to the twilight session and want another.',
      'The music lead goes on maternity leave soon and cover is not arranged.',
    ],
    actions: [
      ['Invite to the music leads’ network', 'Next meeting is after half-term.'],
      ['Find a mentor for the music lead', 'Somebody from a school of similar size.'],
      ['Plan a twilight session on singing', 'An hour, all teaching staff, in the hall.'],
      ['Send dates of the training days', null],
    ],
  },
  {
    settings: EVERYWHERE,
    findings: [
      'Families find the cost of lessons hard; nobody had claimed a remission yet.',
      '{few} pupils have lessons with fee remission.',
      'Pupil premium money could pay for lessons; they asked how others do it.',
      'Remissions work well here: the office asks every family at admission.',
      'Hardly any of the pupils on free school meals play an instrument.',
      'A nurture group for music would suit them; {few} children come to mind.',
      'Lessons are paid for by the school for every child in care.',
    ],
    actions: [
      ['Send the fee remission leaflet for families', 'Also in Polish and Bengali.'],
      ['Check remissions with the office', 'Names were not all on our list.'],
    ],
  },
];

/** Events and partners, which vary from year to year. */
export const PARTNER_THEMES: readonly Theme[] = [
  {
    settings: SCHOOLS,
    findings: [
      'They took part in the massed singing day for the first time.',
      'Transport is what keeps them from our events: a coach costs {budget}.',
      'A live concert in school is what they would like most.',
      'They have not been to any of our events since the last head teacher left.',
      'The spring concert is shared with three schools of the cluster.',
    ],
    actions: [
      ['Offer a place on the concert tour', 'Brass quintet, one hour, whole school.'],
      ['Ask the cluster about a shared coach', null],
      ['Send dates of the massed singing day', null],
    ],
  },
  {
    settings: SCHOOLS,
    findings: [
      'The “Have Your Say” survey was news to them; we filled it in together.',
      'They had started the survey and not sent it.',
      'Half of the instrumental lessons come from private teachers we did not know of.',
      'A local choir lends its conductor once a fortnight.',
      'The link governor for music sat in and asked good questions.',
    ],
    actions: [
      ['Send the link to the survey again', null],
      ['Send safeguarding guidance on private teachers', null],
      ['Invite the music governor to the board’s open evening', null],
    ],
  },
];
