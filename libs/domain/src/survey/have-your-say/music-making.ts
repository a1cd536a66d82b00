import { ask, choices, when, SCHOOLS, PUPILS, HOW_OFTEN } from './wording';

export const LESSONS = [
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

export const SINGING = [
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
