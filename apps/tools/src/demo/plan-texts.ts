import { academicYearSpan, type AcademicYear, type Day, formatDay } from '@tracker/domain';
import type { Random } from './random';

/** What the summary of a school of the demo hub is about. */
interface PlanToWrite {
  school: string;
  phase: string | null;
  year: AcademicYear;
  publishedOn: Day;
}

const LEADS = ['Mrs A Whitlow', 'Mr T Harrop', 'Ms J Carden', 'Mr P Orme', 'Mrs L Dunmore'];
const SCHEMES = ['Charanga', 'Charanga', 'Kapow', 'Sing Up', 'Get Set Music', 'Sparkyard'];
const INSTRUMENTS = ['ukulele', 'recorder', 'violin', 'clarinet', 'trumpet', 'djembe'];
const PARTNERS = ['Rocksteady Music School', 'Young Voices', 'Marsham Festival of Music'];
const PRIORITIES = [
  'Start a choir for key stage 1 by Easter.',
  'Buy a second class set of ukuleles.',
  'Give more of our disadvantaged pupils a place in lessons.',
  'Train two class teachers in leading singing.',
  'Invite a live ensemble into school in the spring term.',
];

/** Most say so; the others leave the sentence away. */
const some = (random: Random, share: number, text: string) => (random.chance(share) ? [text] : []);

/** A made-up summary in the shape of the Department for Education's template, as it is pasted. */
export function writePlan(
  { school, phase, year, publishedOn }: PlanToWrite,
  random: Random,
): string {
  const isSecondary = phase === 'Secondary';
  const teaches = random.pick(SCHEMES);
  const instrument = random.pick(INSTRUMENTS);
  const minutes = random.pick([30, 40, 45, 50, 60, 60, 60, 75]);
  const classes = isSecondary ? 'key stage 3' : 'key stage 2';
  return [
    'Music development plan summary',
    school,
    'Overview',
    'Detail | Information |',
    `Academic year that this summary covers | ${year} |`,
    `Date this summary was published | ${formatDay(publishedOn).replace(/^\w+ /, '')} |`,
    `Date this summary will be reviewed | July ${academicYearSpan(year).closesOn.slice(0, 4)} |`,
    ...some(random, 0.85, `Name of the school music lead | ${random.pick(LEADS)} |`),
    ...some(random, 0.8, 'Name of local music hub | Harrowmere Music Hub |'),
    ...some(
      random,
      0.5,
      `Name of other music education organisation(s) | ${random.pick(PARTNERS)} |`,
    ),
    '',
    'Part A: Curriculum music',
    '',
    ...some(random, 0.75, `All classes in ${classes} have ${minutes} minutes of music a week.`),
    ...(isSecondary ? [] : some(random, 0.6, 'Key stage 1 have 30 minutes of music a week.')),
    ...(isSecondary ? [] : some(random, 0.8, `We use the ${teaches} scheme of work.`)),
    ...some(random, 0.5, 'Our curriculum follows the Model Music Curriculum.'),
    ...(isSecondary
      ? some(random, 0.8, 'Pupils can take GCSE Music in key stage 4.')
      : some(
          random,
          0.65,
          `In Year 4 all children learn the ${instrument} in whole-class lessons.`,
        )),
    ...some(random, 0.6, 'Lessons are taught by class teachers.'),
    ...some(random, 0.4, 'Pupils with SEND take part in all music with adapted instruments.'),
    '',
    'Part B: Co-curricular music',
    '',
    ...some(random, 0.75, 'Instrumental lessons are offered on guitar, piano and violin.'),
    ...some(
      random,
      0.5,
      'Parents pay for these lessons; lessons are free for pupil premium pupils.',
    ),
    ...some(random, 0.7, 'We have a school choir that meets every week.'),
    ...some(random, 0.3, 'There is a school orchestra and a samba band.'),
    '',
    'Part C: Musical experiences',
    '',
    ...some(random, 0.7, 'The whole school sings together in a weekly singing assembly.'),
    ...some(random, 0.6, 'Pupils perform in a concert every term.'),
    ...some(random, 0.4, 'Once a year every pupil hears a live performance by visiting musicians.'),
    '',
    'In the future',
    '',
    ...random
      .shuffle(PRIORITIES)
      .slice(0, random.int(0, 3))
      .map((text) => `- ${text}`),
  ].join('\n');
}
