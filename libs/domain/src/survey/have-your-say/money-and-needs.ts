import { ask, choices, when, SCHOOLS, PUPILS } from './wording';

export const MONEY = [
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

export const INCLUSION = [
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

export const NEEDS = [
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
