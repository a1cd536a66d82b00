/** What the columns of a sheet of visits can mean; a sheet needs a day, and a URN or a name. */
export const VISIT_FIELDS = [
  ...(['visitedOn', 'urn', 'schoolName', 'town', 'postcode', 'kind', 'status'] as const),
  ...(['visitor', 'metWith', 'summary'] as const),
];
export type VisitField = (typeof VISIT_FIELDS)[number];

/** What the fields are called on a screen. */
export const VISIT_FIELD_LABELS: Record<VisitField, string> = {
  visitedOn: 'Date of visit',
  urn: 'URN',
  schoolName: 'School',
  town: 'Town',
  postcode: 'Postcode',
  kind: 'Kind of visit',
  status: 'Status',
  visitor: 'Visitor',
  metWith: 'Met with',
  summary: 'Notes',
};

export interface TitleRule {
  /** Titles people use, likeliest first; words only, in lower case. */
  titles: readonly string[];
  /** Those of them that count only as the whole title: "have your say done" is about something else. */
  whole?: ReadonlySet<string>;
  /** Words that rule a column out, whatever else its title says. */
  not?: RegExp;
}

const NOT_REACHED = /\b(e ?mail|phone|telephone|tel|mobile|number|no)\b/;

export const VISIT_TITLES: Record<VisitField, TitleRule> = {
  visitedOn: {
    titles: [
      ...['date of visit', 'visit date', 'visited on', 'date visited', 'day of visit', 'visited'],
      ...['date of last visit', 'last visit date', 'last visited', 'last visit', 'date', 'day'],
      ...['when', 'visit', 'dates of visits', 'dates of visit', 'visit dates', 'dates visited'],
      ...['visits', 'dates'],
    ],
    not: /\b(next|due|planned|proposed|booked|follow|birth|by|type|kind|status|notes?|no|number)\b|^(?!.*\bdate\b).*\btime\b/,
  },
  urn: {
    titles: [
      'urn',
      'school urn',
      'dfe urn',
      'unique reference number',
      'unique ref number',
      'unique ref no',
    ],
  },
  schoolName: {
    titles: [
      ...['school name', 'name of school', 'school', 'establishment name', 'establishmentname'],
      ...['establishment', 'setting', 'academy', 'school visited', 'school academy', 'name'],
    ],
    not: /\b(type|phase|contact|town|postcode|address|phone|email|urn|year|staff|status|visitor|date)\b/,
  },
  town: { titles: ['town', 'school town', 'town city', 'town village', 'village', 'location'] },
  postcode: { titles: ['postcode', 'post code', 'school postcode'] },
  kind: {
    titles: ['type of visit', 'visit type', 'kind of visit', 'kind', 'type', 'purpose of visit'],
    not: /\b(school|establishment|phase)\b/,
  },
  status: {
    titles: [
      ...['status', 'visit status', 'status of visit', 'completed', 'visit completed', 'held'],
      ...['took place', 'done'],
    ],
    whole: new Set(['completed', 'held', 'done', 'took place']),
    not: /\b(by|on|date|school|survey|say|plan|report|booking|action|email|follow)\b/,
  },
  visitor: {
    titles: [
      ...['visitor', 'visited by', 'visit by', 'who visited', 'name of visitor', 'visitor name'],
      ...['hub staff', 'hub lead', 'hub visitor', 'staff member', 'member of staff', 'officer'],
      ...['who went', 'visiting officer', 'carried out by'],
      ...['conducted by', 'adviser', 'advisor', 'lead', 'who', 'by', 'staff'],
    ],
  },
  metWith: {
    titles: [
      ...[
        'who did you meet',
        'who did we meet',
        'who was met',
        'met with',
        'who met',
        'who we met',
        'who i met',
        'person met',
        'met',
        'seen',
      ],
      ...['spoke to', 'spoke with', 'school contact', 'contact', 'contact name', 'school staff'],
      ...['music lead', 'music coordinator', 'music co ordinator', 'headteacher', 'head teacher'],
    ],
    not: NOT_REACHED,
  },
  summary: {
    titles: [
      ...['summary', 'notes', 'visit notes', 'notes from visit', 'comments', 'comment', 'outcome'],
      ...['outcomes', 'summary of visit', 'findings', 'feedback', 'what happened', 'discussion'],
      ...['what we found', 'what was found', 'what i found', 'observations'],
      ...['what was said', 'key points', 'discussed', 'details', 'remarks', 'note'],
    ],
  },
};
