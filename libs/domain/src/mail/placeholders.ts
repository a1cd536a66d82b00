import { TEMPLATE_KINDS, type TemplateKind } from './kinds';

/** Something that a template may name, `{{school}}`. */
export interface Placeholder {
  name: string;
  means: string;
  /** As it reads in a preview. */
  example: string;
}

/** Left as it is until the mail goes out; then it is the tracker's own address. */
export const TRACKER_ADDRESS = '{{tracker}}';

const HUB: Placeholder = { name: 'hub', means: 'the name of the hub', example: 'the music hub' };
const TRACKER: Placeholder = {
  name: 'tracker',
  means: 'the address of the tracker',
  example: 'https://tracker.hub.example',
};

/** Left as it is in the outbox; the link is made when the mail goes out, and stands nowhere else. */
export const SCHOOL_LINK = '{{school link}}';

const EXAMPLE_LINK = 'https://tracker.hub.example/#/offered-days?token=…';
const CANNOT_LINK: Placeholder = {
  name: 'link',
  means: 'the link by which the school says that it cannot make the day',
  example: 'https://tracker.hub.example/#/cannot-make-it?token=…',
};
const OF_A_VISIT: Placeholder[] = [
  { name: 'school', means: 'the name of the school', example: "St Mary's Primary School" },
  { name: 'contact', means: 'the name of whoever gets the email', example: 'Jo Marsh' },
  { name: 'when', means: 'day and time', example: 'Tue 3 Dec 2024 at 09:30' },
  { name: 'day', means: 'the day', example: 'Tue 3 Dec 2024' },
  { name: 'time', means: 'the time, or that it is to be agreed', example: '09:30' },
  { name: 'visitor', means: 'the visitor’s name', example: 'Ash Rook' },
  HUB,
];

const OF_OFFERED_DAYS: Placeholder[] = [
  ...OF_A_VISIT.slice(0, 2),
  {
    name: 'days',
    means: 'the days that are offered, with the visitor of each',
    example: '- Tue 3 Dec 2024, Ash Rook\n- Thu 5 Dec 2024, Ash Rook',
  },
  {
    name: 'until',
    means: 'the last day on which the school can answer',
    example: 'Fri 29 Nov 2024',
  },
  { name: 'by', means: 'who offers the days', example: 'Hilary Marsh' },
  { name: 'link', means: 'the link by which the school answers', example: EXAMPLE_LINK },
  HUB,
];

const BY_KIND: Record<TemplateKind, Placeholder[]> = {
  visit_confirmed: [...OF_A_VISIT, CANNOT_LINK],
  visit_reminder: [...OF_A_VISIT, CANNOT_LINK],
  day_offer: OF_OFFERED_DAYS,
  day_offer_reminder: OF_OFFERED_DAYS,
  visit_moved: [
    ...OF_A_VISIT,
    CANNOT_LINK,
    { name: 'before', means: 'day and time as told before', example: 'Mon 2 Dec 2024 at 10:00' },
  ],
  visit_cancelled: [
    ...OF_A_VISIT,
    { name: 'reason', means: 'why it was cancelled', example: 'Inspection on the same day' },
  ],
  daily_digest: [
    { name: 'name', means: 'the name of whoever gets the email', example: 'Ash Rook' },
    { name: 'day', means: 'today', example: 'Mon 2 Dec 2024' },
    { name: 'count', means: 'how many things there are', example: '3 things' },
    {
      name: 'list',
      means: 'visits tomorrow, visits not logged, actions due',
      example:
        "Tomorrow\n- 09:30, St Mary's Primary School\n\nNot logged yet\n- Wed 20 Nov 2024, Birch Academy\n\nDue\n- Send the hire form, Birch Academy, due today",
    },
    TRACKER,
    HUB,
  ],
  action_assigned: [
    { name: 'name', means: 'the name of whoever gets the email', example: 'Ash Rook' },
    { name: 'action', means: 'what is to be done', example: 'Send the hire form' },
    { name: 'school', means: 'the name of the school', example: 'Birch Academy' },
    { name: 'due', means: 'the day it is due', example: 'Fri 17 Jan 2025' },
    { name: 'by', means: 'who passed it on', example: 'Hilary Marsh' },
    TRACKER,
    HUB,
  ],
  monthly_digest: [
    { name: 'name', means: 'the name of whoever gets the email', example: 'Ash Rook' },
    { name: 'month', means: 'the month that is over', example: 'November 2024' },
    {
      name: 'figures',
      means: 'visits, surveys, pace and coverage',
      example:
        'November 2024\n- 21 visits made, 18 surveys submitted\n- 2 visits cancelled or not held',
    },
    TRACKER,
    HUB,
  ],
  survey_sent: [
    { name: 'name', means: 'the name of whoever gets the email', example: 'Ash Rook' },
    { name: 'school', means: 'the name of the school', example: 'Birch Academy' },
    { name: 'by', means: 'who filled it in', example: 'Jo Marsh' },
    { name: 'visit', means: 'the next visit', example: 'Tue 3 Dec 2024 at 09:30' },
    TRACKER,
    HUB,
  ],
};

/** What a template of a kind may name. */
export const placeholdersOf = (kind: TemplateKind): readonly Placeholder[] => BY_KIND[kind];

/** A value for each placeholder of a kind, for a preview. */
export const examplesOf = (kind: TemplateKind): Record<string, string> =>
  Object.fromEntries(BY_KIND[kind].map(({ name, example }) => [name, example]));

export const isTemplateKind = (value: unknown): value is TemplateKind =>
  TEMPLATE_KINDS.includes(value as TemplateKind);
