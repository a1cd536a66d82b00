import type { Day } from '../day';
import type { DocumentToRead, FieldReading } from './document-to-read';
import { readLabelledValues, TITLE } from './labelled-values';
import { PlanWords } from './plan-words';
import type { PlanFields, PlanReading } from './plan-fields';
import { PLAN_SECTIONS } from './plan-sections';
import { planWarnings, type PlanContext } from './plan-warnings';
import { readDay } from './read-days';
import { readEnsembles } from './read-ensembles';
import {
  readLiveMusic,
  readPerformanceEvents,
  readPerformances,
  readSingingTogether,
} from './read-experiences';
import { readClassroomInstruments, readWholeClass } from './read-instruments';
import { readLead } from './read-leads';
import {
  lessonStatements,
  readLessonCharging,
  readLessonInstruments,
  readLessonsOffered,
} from './read-lessons';
import { readMinutes } from './read-minutes';
import { readHub, readOtherOrganisations } from './read-organisations';
import { readPriorities } from './read-priorities';
import { readQualifications } from './read-qualifications';
import { readSchoolName } from './read-school-name';
import {
  readModelCurriculum,
  readSchemes,
  readSendSupport,
  readTaughtBy,
  readWeekly,
} from './read-teaching';
import { readYears } from './read-years';
import { passageOf } from './statement';
import { readStatements } from './statements';

const WORDS = new PlanWords();

/**
 * Reads a music development plan by rules on its words. Nothing it gives counts before a person has
 * confirmed it.
 *
 * @param context what is known of the school and the hub, to compare with
 * @param words the hub's lists, where it has added to them
 */
export function readPlan(
  document: DocumentToRead,
  today: Day,
  context: PlanContext = {},
  words: PlanWords = WORDS,
): PlanReading {
  const { values, consumed } = readLabelledValues(document, words.labels);
  const { statements, sections: seen, adviceLeftIn } = readStatements(document, consumed);
  const publishedOn = readDay(values.publishedOn, statements, 'publishedOn');
  const years = readYears(values.academicYears, document, statements, publishedOn.value, today);
  const hubName = readHub(values.hubName, statements);
  const minutes = readMinutes(statements);
  const wholeClassInstrument = readWholeClass(statements, words, hubName.value);
  const lessons = lessonStatements(statements, words);
  const fields: PlanFields = {
    schoolName: readSchoolName(values.schoolName, document, statements, words),
    academicYears: years.academicYears,
    publishedOn,
    reviewOn: readDay(values.reviewOn, statements, 'reviewOn'),
    musicLead: readLead(values.musicLead, statements),
    leadershipLead: readLead(values.leadershipLead),
    hubName,
    otherOrganisations: readOtherOrganisations(
      values.otherOrganisations,
      statements,
      hubName.value,
      words,
      context.hub,
    ),
    minutesPerWeek: minutes.minutesPerWeek,
    lessonMinutes: minutes.lessonMinutes,
    weekly: readWeekly(statements, minutes.weekly),
    schemes: readSchemes(statements, words),
    taughtBy: readTaughtBy(statements),
    modelMusicCurriculum: readModelCurriculum(statements),
    qualifications: readQualifications(statements),
    wholeClassInstrument,
    classroomInstruments: readClassroomInstruments(
      statements,
      words,
      wholeClassInstrument.passages,
    ),
    sendSupport: readSendSupport(statements),
    lessonsOffered: readLessonsOffered(lessons),
    lessonInstruments: readLessonInstruments(statements, lessons, words),
    ...readLessonCharging(statements, lessons),
    ensembles: readEnsembles(statements),
    singingTogether: readSingingTogether(statements),
    performances: readPerformances(statements),
    performanceEvents: readPerformanceEvents(statements),
    liveMusic: readLiveMusic(statements),
    priorities: readPriorities(document, statements),
  };
  const filled = Object.values(values).some(({ text }) => text !== '' && !TITLE.test(text));
  const sections = Object.fromEntries(
    PLAN_SECTIONS.map((section) => [section, seen[section] ?? 'absent']),
  ) as PlanReading['sections'];
  if (filled) sections.overview = 'filled';
  const national = statements.filter((each) => each.national).map(passageOf);
  const warnings = planWarnings(
    { fields, sections, adviceLeftIn, national, textInPictures: document.textInPictures === true },
    context,
  );
  for (const { key, fields: names } of warnings) {
    for (const name of names) {
      const field: FieldReading<unknown> = fields[name];
      if (!field.warnings.includes(key)) field.warnings.push(key);
      if (field.mark !== null) field.mark = 'unsure';
    }
  }
  const saysAnything = filled || statements.some(({ kind }) => kind !== 'heading');
  return { fields, warnings, sections, suggestedYears: years.suggested, saysAnything };
}
