import { COMMON_THEMES, PARTNER_THEMES, type Theme } from './common-themes';

/** Where singing, whole-class playing and the curriculum are the talk. */
const PRIMARY_THEMES: readonly Theme[] = [
  {
    settings: ['primary'],
    findings: [
      'Whole-class teaching of {instrument} in {year} is going well and the class teacher now joins in.',
      '{year} have whole-class {instrument} with a hub tutor, {minutes} minutes a week.',
      'Whole-class teaching stopped when the tutor left; {year} miss it.',
      '{few} children want to carry on after whole-class {instrument} but there is no small group.',
    ],
    actions: [
      ['Find small-group places for {year}', null],
      ['Agree whole-class {instrument} for next year', 'Two classes, mornings only.'],
      ['Ask the tutor to plan a sharing assembly', 'Families invited.'],
    ],
  },
  {
    settings: ['primary'],
    findings: [
      'The choir of {many} sings every Thursday and went to the care home before Christmas.',
      'There is no choir, but {many} signed up when one was offered.',
      'Singing assembly is lively; the older ones hold a second part.',
      'Singing assembly has been cut to once a fortnight.',
      'The choir will sing at the summer festival for the first time.',
    ],
    actions: [
      ['Send repertoire for a young choir', 'Rounds and two-part songs.'],
      ['Book the choir into the summer festival', 'About {many} singers.'],
      ['Arrange a visit of the singing leader', null],
    ],
  },
  {
    settings: ['primary'],
    findings: [
      'Music is taught by class teachers from a bought-in scheme, {minutes} minutes a week.',
      'A specialist comes on Tuesdays and teaches every class for {minutes} minutes.',
      'Music is blocked into one week a half-term, which the children forget in between.',
      'The timetable says {minutes} minutes; in practice it is often what gives way.',
      'Composing is the weak side; we looked at work from {year} together.',
    ],
    actions: [
      ['Share curriculum maps from a similar school', null],
      ['Send the composing units for {year}', null],
      ['Put in touch with a school that has a specialist', 'They offered to be visited.'],
    ],
  },
];

/** Examination courses, ensembles, rooms and machines. */
const SECONDARY_THEMES: readonly Theme[] = [
  {
    settings: ['secondary'],
    findings: [
      'GCSE music runs with {few} in Year 10; it was not offered the year before.',
      'No GCSE group this year; {few} had chosen it, too few for the timetable.',
      'A-level music is taught jointly with the school across the road.',
      'The BTEC has brought in pupils who would never have taken GCSE.',
    ],
    actions: [
      ['Ask for numbers in the option blocks', 'Before the spring deadline.'],
      ['Put in touch with the A-level consortium', null],
    ],
  },
  {
    settings: ['secondary'],
    findings: [
      'The orchestra is down to {few}; the wind band has taken over.',
      'Twelve ensembles rehearse each week and the concert filled the hall twice.',
      'Peripatetic teachers share one practice room.',
      'The practice rooms have been turned into offices.',
      'The samba band plays at every open evening.',
    ],
    actions: [
      ['Invite players to the county youth orchestra', 'Auditions are in the spring.'],
      ['Advise on rooms for instrumental lessons', 'The head teacher asked for a page in writing.'],
      ['Offer a side-by-side rehearsal', null],
    ],
  },
  {
    settings: ['secondary'],
    findings: [
      'New pupils arrive with very different experience; the department would like to know who played what.',
      'Year 8 and 9 have music for half of the year only, in rotation with drama.',
      'The suite of machines is eight years old and the software no longer runs.',
      'Music technology is the strength: pupils record the school’s own podcasts.',
    ],
    actions: [
      ['Send transition lists of young players', 'From the primary schools nearby.'],
      ['Ask about spare recording equipment', null],
      ['Arrange a visit to a technology suite', null],
    ],
  },
];

/** Listening, signing, playing together. */
const OTHER_THEMES: readonly Theme[] = [
  {
    settings: ['special'],
    findings: [
      'Music therapy is bought in for {few} pupils; the rest have a class session each week.',
      'Pupils signed and sang a welcome song; the switch-operated instruments are in daily use.',
      'The sensory music sessions calm the start of the day.',
      'One pupil plays the drums with real talent and has no teacher.',
      'They would like a band that pupils from the school next door join.',
    ],
    actions: [
      ['Find a drum teacher with experience of special schools', null],
      ['Lend the adapted instruments', 'Two chime bars, a soundbeam and the one-handed recorders.'],
      ['Plan a joint session with a mainstream school', null],
      ['Book a place on the inclusive practice day', null],
    ],
  },
  {
    settings: ['alternative'],
    findings: [
      'Song-writing with a beat maker keeps {few} pupils in the room who walk out of other lessons.',
      'Most pupils stay for a term or two, so nothing that takes a year works here.',
      'Guitars and a drum kit stand in a side room; a youth worker teaches those who ask.',
      'Nobody on the staff reads music, and that has not stopped them.',
      'One pupil is working towards a bronze Arts Award.',
    ],
    actions: [
      ['Find a tutor for song-writing and production', 'One afternoon a week, small groups.'],
      ['Ask about places in the holiday studio', null],
      ['Send details of the Arts Award', null],
    ],
  },
  {
    settings: ['nursery'],
    findings: [
      'Singing runs through the day, from register to tidying up.',
      'Staff know few songs beyond their own childhood and would like more.',
      'The children’s listening corner is new and much used.',
      'Families’ singing sessions on Friday mornings draw about {few}.',
    ],
    actions: [
      ['Send the early years song book', null],
      ['Arrange an early years music training', 'Half a day, on site.'],
      ['Lend small percussion for the garden', null],
    ],
  },
];

/** Where music is a course or a pastime of the over-sixteens. */
const COLLEGE_THEMES: readonly Theme[] = [
  {
    settings: ['college'],
    findings: [
      'The music technology course is full; the performance course has {few}.',
      'No music course this year, but a choir at lunch time that anybody may join.',
      'Students run their own recording studio and would host younger players.',
    ],
    actions: [
      ['Put in touch with schools whose pupils may apply', null],
      ['Ask for student mentors for the summer festival', 'Two or three who play in bands.'],
    ],
  },
  {
    settings: ['college'],
    findings: [
      'The big band lost half its players in the summer and is recruiting.',
      'Students who play have no ensemble in the building and go to the county’s.',
    ],
    actions: [['Send audition dates of the county ensembles', null]],
  },
];

/** All that visits find. */
export const THEMES: readonly Theme[] = [
  ...COMMON_THEMES,
  ...PARTNER_THEMES,
  ...PRIMARY_THEMES,
  ...SECONDARY_THEMES,
  ...OTHER_THEMES,
  ...COLLEGE_THEMES,
];
