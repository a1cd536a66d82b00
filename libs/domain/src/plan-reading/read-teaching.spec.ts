import { readText, said } from './testing/read-text';

const B = 'Part B: Co-curricular music';

it.each([
  ['We use the Charanga scheme of work.', ['Charanga']],
  ['Kapow Primary and Sing Up Music are followed in all years.', ['Kapow', 'Sing Up']],
  ['Children sing up and down the scale.', null],
  ['Teachers follow the Brightstone scheme of work.', ['Brightstone']],
  ['We follow the National Curriculum scheme of work.', null],
  ['We are looking to buy Charanga next year.', null],
  ['Our goal is to strengthen the weekly lessons (Charanga).', ['Charanga']],
])('schemes in %s', (text, schemes) => expect(said('schemes', text)).toEqual(schemes));

it.each([
  ['Music is taught by class teachers.', ['class_teachers']],
  ['Lessons are delivered by our specialist music teacher, Mrs Bell.', ['music_specialist']],
  [
    'Music in KS2 is taught by a music specialist and in KS1 by the class teacher.',
    ['class_teachers', 'music_specialist'],
  ],
  ['Class music is taught by visiting teachers from the hub.', ['visiting']],
  ['Individual lessons are taught by visiting teachers.', null],
  ['Ukulele is taught as whole class ukulele by a specialist.', null],
])('taught by, in %s', (text, by) => expect(said('taughtBy', text)).toEqual(by));

it.each([
  ['The Model Music Curriculum is at the heart of ours.', 'yes'],
  ['Some aspects of the model music curriculum are included.', 'partly'],
  ['Our lessons draw on the Model Music Curriculum.', 'partly'],
  ['We do not follow the Model Music Curriculum.', null],
])('the model curriculum in %s: %s', (text, value) =>
  expect(said('modelMusicCurriculum', text)).toBe(value),
);

it.each([
  [
    'Pupils can take GCSE Music and A-Level Music Technology.',
    ['GCSE Music', 'A-Level Music Technology'],
  ],
  ['We offer BTEC Level 2 Music Practice.', ['BTEC Level 2 Music Practice']],
  ['GCSE is taught in three periods.', ['GCSE Music']],
  ['Pupils sit ABRSM and Rockschool exams.', ['ABRSM', 'Rockschool']],
  ['We do not currently offer GCSE Music.', null],
  ['Any music qualifications or awards that pupils can achieve.', null],
])('qualifications in %s', (text, value) => expect(said('qualifications', text)).toEqual(value));

it.each([
  ['Pupils with SEND use adapted instruments.', true],
  ['Children with special educational needs are supported.', true],
  ['Lessons are inclusive for all levels of the cohort.', null],
  ['We send children to the hall.', null],
])('support for SEND in %s: %s', (text, value) => expect(said('sendSupport', text)).toBe(value));

it.each([
  ['Year 4 will receive a first access project in clarinet.', ['y4 clarinet']],
  [
    'All Year 3 children learn the recorder and every child in Year 4 learns the violin.',
    ['y3 recorder', 'y4 violin'],
  ],
  [
    'Children in Years 2, 3 and 4 learn the ukulele as a whole-class ensemble project.',
    ['y2+y3+y4 ukulele'],
  ],
  ['Wider Opportunities: Year 5 brass', ['y5 brass']],
  ['Year 6 pupils can join the ukulele club.', []],
  ['We plan to introduce whole-class trumpet in Year 4.', []],
])('whole-class instruments in %s', (text, value) => {
  const found =
    readText(`Part A: Curriculum music\n\n${text}`).fields.wholeClassInstrument.value ?? [];
  expect(found.map(({ years, instrument }) => `${years.join('+')} ${instrument}`)).toEqual(value);
});

it('a whole class’s provider is the one that is named with it', () => {
  const text =
    'Name of local music hub | Northmere Music Hub\nPart A: Curriculum music\nYear 4 learn the violin in a first access project with tutors from Northmere.';
  expect(readText(text).fields.wholeClassInstrument.value).toEqual([
    { years: ['y4'], instrument: 'violin', provider: 'Northmere Music Hub' },
  ]);
});

it.each([
  [
    'Children play classroom instruments (recorders, tuned percussion, djembes).',
    ['recorder', 'tuned percussion', 'djembe'],
  ],
  ['Pupils explore West African drumming and ukuleles.', ['West African drums', 'ukulele']],
  ['They learn to use tuned and untuned percussion.', ['tuned percussion', 'untuned percussion']],
  ['Pupils develop keyboard skills.', ['keyboard']],
  ['We would like to buy recorders.', null],
  ['Children watch a concert by a string quartet with violins.', null],
  ['Individual lessons on the flute are available.', null],
  ['Children use body percussion.', null],
])('instruments in class, in %s', (text, value) =>
  expect(said('classroomInstruments', text)).toEqual(value),
);

it.each([
  ['Individual piano lessons are available.', true],
  ['Peripatetic teachers visit each week.', true],
  ['Pupils can have lessons on guitar and drums.', true],
  ['We do not offer instrumental lessons.', false],
  ['We hope to introduce instrumental lessons.', null],
  ['Whole-class ukulele lessons are taught.', null],
])('lessons offered, in %s: %s', (text, value) =>
  expect(said('lessonsOffered', text, B)).toBe(value),
);

it.each([
  ['Individual lessons are available in piano, guitar and voice.', ['piano', 'guitar', 'voice']],
  ['Visiting music teachers offer tuition on:\n- Violin\n- Drum kit', ['violin', 'drum kit']],
  ['Individual lessons are available. The ukulele club is on Monday.', null],
])('instruments of lessons in %j', (text, value) =>
  expect(said('lessonInstruments', text, B)).toEqual(value),
);

it.each([
  ['Individual lessons are free of charge.', 'free', null],
  ['Piano lessons cost £15, paid by parents.', 'charged', null],
  [
    'Parents pay for instrumental lessons; pupil premium children have them free.',
    'charged_with_help',
    ['pupil_premium'],
  ],
  [
    'Instrumental tuition is subsidised for families on low incomes and children looked after.',
    'charged_with_help',
    ['looked_after', 'low_income'],
  ],
  ['Individual lessons are available.', null, null],
  ['Instrumental lessons are available. Tickets for the concert cost £5.', null, null],
])('charging in %s: %s', (text, charging, help) => {
  expect(said('lessonCharging', text, B)).toBe(charging);
  const found = said('lessonHelpFor', text, B) as string[] | null;
  expect(found === null ? null : [...found].sort()).toEqual(help);
});
