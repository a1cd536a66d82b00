import type { QuestionPhase } from './phases';
import {
  newQuestion,
  type QuestionType,
  type ShowWhen,
  type SurveyOption,
  type SurveyQuestion,
} from './question';

type More = Partial<Omit<SurveyQuestion, 'key' | 'type' | 'text'>>;

const ask = (key: string, type: QuestionType, text: string, more: More = {}): SurveyQuestion =>
  newQuestion({ key, type, text, ...more });

/** Choices by key and label; `none` and `no_barriers` rule out the others where several are taken. */
const choices = (labels: Record<string, string>): SurveyOption[] =>
  Object.entries(labels).map(([key, label]) => ({
    key,
    label,
    alone: key === 'none' || key === 'no_barriers',
  }));

const when = (question: string, ...anyOf: ShowWhen['anyOf']): { showWhen: ShowWhen } => ({
  showWhen: { question, anyOf },
});

const TAUGHT_PRIMARY: QuestionPhase[] = ['nursery', 'primary', 'special'];
const PRIMARY: QuestionPhase[] = ['primary', 'special'];
const SECONDARY: QuestionPhase[] = ['secondary', 'special'];
const SCHOOLS: QuestionPhase[] = ['primary', 'secondary', 'sixteen_plus', 'special'];
const MINUTES = { unit: 'minutes a week', max: 600 };
const PUPILS = { unit: 'pupils', max: 10_000 };
const HOW_OFTEN = choices({
  weekly: 'Every week',
  fortnightly: 'Every two weeks',
  monthly: 'Every month',
  seldom: 'Less often',
});

const LEADERSHIP = [
  ask('music_lead_role', 'one_choice', 'Who leads music at your school?', {
    section: 'Who leads music',
    required: true,
    options: choices({
      specialist: 'A music specialist on the staff',
      teacher: 'A class teacher who is not a specialist',
      head: 'The head teacher or a deputy',
      visiting: 'A visiting teacher or an outside provider',
      nobody: 'Nobody at present',
    }),
  }),
  ask('music_lead_training', 'several_choices', 'What training does whoever leads music have?', {
    help: 'Choose all that are right.',
    options: choices({
      degree: 'A degree or diploma in music',
      qts_music: 'Teacher training in music',
      instrument: 'Plays an instrument or sings, without a qualification',
      cpd_recent: 'Music training in the last two years',
      none: 'None',
    }),
    ...when('music_lead_role', 'specialist', 'teacher', 'head', 'visiting'),
  }),
  ask('music_lead_time', 'yes_no', 'Does the music lead have time set aside for leading music?', {
    ...when('music_lead_role', 'specialist', 'teacher', 'head', 'visiting'),
  }),
];

const CURRICULUM = [
  ask('minutes_early_years', 'number', 'Minutes of music in the early years', {
    section: 'Music in the curriculum',
    help: 'Minutes in a usual week, for one class. Leave it empty when you do not teach this stage.',
    phases: TAUGHT_PRIMARY,
    ...MINUTES,
  }),
  ask('minutes_ks1', 'number', 'Minutes of music in key stage 1', { phases: PRIMARY, ...MINUTES }),
  ask('minutes_ks2', 'number', 'Minutes of music in key stage 2', { phases: PRIMARY, ...MINUTES }),
  ask('minutes_ks3', 'number', 'Minutes of music in key stage 3', {
    help: 'Minutes in a usual week, for one class; over a year of carousel, the average.',
    phases: SECONDARY,
    ...MINUTES,
  }),
  ask('ks4_music', 'several_choices', 'Which music courses are there in key stage 4?', {
    phases: SECONDARY,
    options: choices({
      gcse: 'GCSE Music',
      btec: 'BTEC or another technical award',
      graded: 'Graded exams as a course',
      none: 'None',
    }),
  }),
  ask('ks4_pupils', 'number', 'How many pupils take a music course in key stage 4?', {
    phases: SECONDARY,
    ...PUPILS,
    ...when('ks4_music', 'gcse', 'btec', 'graded'),
  }),
  ask('post16_music', 'yes_no', 'Is there a music course after 16?', {
    phases: ['secondary', 'sixteen_plus'],
  }),
  ask('curriculum_confidence', 'rating', 'How confident are your teachers in teaching music?', {
    low: 'Not at all',
    high: 'Very',
  }),
];

const FIRST_ACCESS = [
  ask('first_access', 'yes_no', 'Do whole classes learn an instrument together (First Access)?', {
    section: 'Whole-class instrumental learning',
    required: true,
    phases: ['primary', 'secondary', 'special'],
  }),
  ask('first_access_years', 'several_choices', 'In which years?', {
    phases: ['primary', 'secondary', 'special'],
    options: choices({
      y1: 'Year 1',
      y2: 'Year 2',
      y3: 'Year 3',
      y4: 'Year 4',
      y5: 'Year 5',
      y6: 'Year 6',
      y7: 'Year 7',
      later: 'Later',
    }),
    ...when('first_access', true),
  }),
  ask('first_access_instruments', 'several_choices', 'Which instruments?', {
    phases: ['primary', 'secondary', 'special'],
    options: choices({
      strings: 'Violin, viola or cello',
      brass: 'Brass',
      woodwind: 'Clarinet, flute or other woodwind',
      recorder: 'Recorder or ocarina',
      ukulele: 'Ukulele or guitar',
      keyboard: 'Keyboard',
      percussion: 'Percussion or samba',
      voice: 'Voice',
      other: 'Another',
    }),
    ...when('first_access', true),
  }),
  ask('first_access_length', 'one_choice', 'For how long?', {
    phases: ['primary', 'secondary', 'special'],
    options: choices({
      less_than_term: 'Less than a term',
      one_term: 'One term',
      two_terms: 'Two terms',
      one_year: 'A whole year',
      longer: 'Longer than a year',
    }),
    ...when('first_access', true),
  }),
  ask('first_access_why_not', 'short_text', 'What stands in the way of it?', {
    phases: ['primary', 'secondary', 'special'],
    ...when('first_access', false),
  }),
];

const LESSONS = [
  ask('lessons', 'yes_no', 'Do pupils have instrumental or vocal lessons in school?', {
    section: 'Instrumental and vocal lessons',
    phases: SCHOOLS,
  }),
  ask('lesson_pupils', 'number', 'How many pupils have lessons?', {
    phases: SCHOOLS,
    ...PUPILS,
    ...when('lessons', true),
  }),
  ask('lesson_remission_pupils', 'number', 'How many of them pay less or nothing (remission)?', {
    phases: SCHOOLS,
    ...PUPILS,
    ...when('lessons', true),
  }),
  ask('lesson_provider', 'several_choices', 'Who gives the lessons?', {
    phases: SCHOOLS,
    options: choices({
      hub: 'The music hub or music service',
      school: 'Teachers employed by the school',
      private: 'Private teachers or another provider',
    }),
    ...when('lessons', true),
  }),
];

const SINGING = [
  ask(
    'singing_assembly',
    'one_choice',
    'How often does the whole school or a year sing together?',
    {
      section: 'Singing, ensembles and performances',
      options: [...HOW_OFTEN, { key: 'never', label: 'Never', alone: false }],
    },
  ),
  ask('choir', 'yes_no', 'Is there a choir or vocal group?', { phases: SCHOOLS }),
  ask('choir_meets', 'one_choice', 'How often does it meet?', {
    phases: SCHOOLS,
    options: HOW_OFTEN,
    ...when('choir', true),
  }),
  ask('ensembles', 'several_choices', 'Which instrumental ensembles are there?', {
    phases: SCHOOLS,
    options: choices({
      orchestra: 'Orchestra or string group',
      wind_band: 'Wind or brass band',
      jazz: 'Jazz or swing band',
      rock: 'Rock or pop band',
      recorder_group: 'Recorder or ukulele group',
      percussion_group: 'Percussion or samba group',
      technology: 'Music technology group',
      other: 'Another',
      none: 'None',
    }),
  }),
  ask('ensemble_pupils', 'number', 'How many pupils play in them?', {
    phases: SCHOOLS,
    ...PUPILS,
    ...when(
      'ensembles',
      'orchestra',
      'wind_band',
      'jazz',
      'rock',
      'recorder_group',
      'percussion_group',
      'technology',
      'other',
    ),
  }),
  ask('performances', 'number', 'How many performances were there in the last twelve months?', {
    help: 'Concerts, shows and services that pupils performed in, at school or elsewhere.',
    unit: 'performances',
    max: 500,
  }),
];

const MONEY = [
  ask('music_budget', 'money', 'What is the music budget for this academic year?', {
    section: 'Money and planning',
    help: 'In whole pounds, without salaries. Write 0 when there is none; leave it empty when you do not know.',
    max: 500_000,
  }),
  ask('budget_enough', 'one_choice', 'Is the budget enough?', {
    options: choices({
      enough: 'Enough for what we want to do',
      basics: 'Enough for the basics',
      not_enough: 'Not enough',
    }),
  }),
  ask('budget_missing', 'short_text', 'What is it not enough for?', {
    ...when('budget_enough', 'basics', 'not_enough'),
  }),
  ask('national_plan_known', 'one_choice', 'Do you know the National Plan for Music Education?', {
    options: choices({
      used: 'Yes, we work with it',
      read: 'Yes, somebody has read it',
      heard: 'We have heard of it',
      unknown: 'No',
    }),
  }),
  ask('smdp_exists', 'one_choice', 'Does your school have a Music Development Plan?', {
    required: true,
    options: choices({ yes: 'Yes', in_progress: 'It is being written', no: 'No' }),
  }),
  ask('smdp_published', 'yes_no', 'Is its summary published on the school’s website?', {
    ...when('smdp_exists', 'yes'),
  }),
  ask('smdp_address', 'short_text', 'Where? The address of the page', {
    help: 'For example www.school.example/music',
    ...when('smdp_published', true),
  }),
  ask('smdp_help', 'long_text', 'What would help you to write or publish it?', {
    ...when('smdp_exists', 'in_progress', 'no'),
  }),
  ask('toolkit_audit', 'one_choice', 'Have you done the self-audit of the toolkit?', {
    help: 'The questions with which a school sees for itself how its music stands.',
    options: choices({
      this_year: 'Yes, this academic year',
      before: 'Yes, before that',
      no: 'No',
      unknown: 'We do not know it',
    }),
  }),
];

const INCLUSION = [
  ask('send_access', 'rating', 'How well can pupils with SEND take part in music?', {
    section: 'Inclusion',
    low: 'Hardly',
    high: 'As well as everybody',
  }),
  ask(
    'send_pupils_lessons',
    'number',
    'How many pupils with SEND have lessons or play in an ensemble?',
    {
      phases: SCHOOLS,
      ...PUPILS,
    },
  ),
  ask(
    'adapted_instruments',
    'one_choice',
    'Are there adapted instruments or music technology for them?',
    {
      options: choices({
        have: 'Yes, and they are used',
        unused: 'Yes, but they are not used',
        wanted: 'No, and we would like some',
        not_needed: 'No, none are needed at present',
      }),
    },
  ),
  ask(
    'fsm_pupils_lessons',
    'number',
    'How many pupils eligible for free school meals have lessons?',
    {
      phases: SCHOOLS,
      ...PUPILS,
      ...when('lessons', true),
    },
  ),
  ask('fsm_support', 'several_choices', 'How do you make music possible for them?', {
    options: choices({
      premium: 'Pupil premium pays for lessons',
      remission: 'Remission by the hub',
      loan: 'Instruments are lent free of charge',
      free_groups: 'Ensembles and trips are free',
      none: 'Nothing in particular',
    }),
  }),
];

const NEEDS = [
  ask('cpd_wanted', 'several_choices', 'Which training would your staff like?', {
    section: 'What you need',
    options: choices({
      curriculum: 'Planning the music curriculum',
      singing: 'Leading singing',
      instruments: 'Whole-class instruments',
      technology: 'Music technology',
      send: 'Music for pupils with SEND',
      early_years: 'Music in the early years',
      assessment: 'Assessment and progression',
      plan: 'Writing the Music Development Plan',
      leadership: 'Leading music as a subject',
      none: 'None at present',
    }),
  }),
  ask('barriers', 'several_choices', 'What keeps you from doing more music?', {
    options: choices({
      money: 'Money',
      timetable: 'Time in the timetable',
      staff: 'No specialist staff',
      confidence: 'Confidence of teachers',
      space: 'Space',
      instruments: 'Instruments and equipment',
      priorities: 'Other priorities of the school',
      transport: 'Transport to events',
      parents: 'Interest or means of families',
      no_barriers: 'Nothing',
    }),
  }),
  ask('barriers_more', 'long_text', 'Would you tell us more about that?', {
    ...when(
      'barriers',
      'money',
      'timetable',
      'staff',
      'confidence',
      'space',
      'instruments',
      'priorities',
      'transport',
      'parents',
    ),
  }),
  ask('hub_rating', 'rating', 'How useful is the music hub to your school?', {
    low: 'Not useful',
    high: 'Very useful',
  }),
  ask('hub_could_do', 'long_text', 'What could the music hub do for your school?'),
];

/**
 * The survey to start from: what the School Engagement Strategy of 2024-25 wants to know from each
 * school. Few questions are required, because "not recorded" is better than a guess.
 */
export const HAVE_YOUR_SAY: { title: string; intro: string; questions: SurveyQuestion[] } = {
  title: 'Have Your Say 2024-25',
  intro:
    'These questions are about music at your school. They take about fifteen minutes. Leave out what you do not know; your visitor goes through it with you.',
  questions: [
    ...LEADERSHIP,
    ...CURRICULUM,
    ...FIRST_ACCESS,
    ...LESSONS,
    ...SINGING,
    ...MONEY,
    ...INCLUSION,
    ...NEEDS,
  ],
};
