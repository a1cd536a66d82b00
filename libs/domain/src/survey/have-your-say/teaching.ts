import { ask, choices, when, TAUGHT_PRIMARY, PRIMARY, SECONDARY, MINUTES, PUPILS } from './wording';

export const LEADERSHIP = [
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

export const CURRICULUM = [
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

export const FIRST_ACCESS = [
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
