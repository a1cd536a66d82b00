import type { PlanField } from './plan-fields';
import type { PlanStage } from './stages';

/** What a field is called in a sentence. */
export const PLAN_FIELD_WORDS: Record<PlanField, string> = {
  schoolName: 'School',
  academicYears: 'Academic years',
  publishedOn: 'Published',
  reviewOn: 'To be reviewed',
  musicLead: 'Music lead',
  leadershipLead: 'Lead in the leadership team',
  hubName: 'Music hub',
  otherOrganisations: 'Other organisations',
  minutesPerWeek: 'Minutes a week',
  lessonMinutes: 'Minutes of a lesson',
  weekly: 'Music every week',
  schemes: 'Schemes of work',
  taughtBy: 'Taught by',
  modelMusicCurriculum: 'Model Music Curriculum',
  qualifications: 'Qualifications',
  wholeClassInstrument: 'Whole-class instruments',
  classroomInstruments: 'Instruments in class',
  sendSupport: 'Support for pupils with special educational needs',
  lessonsOffered: 'Lessons',
  lessonInstruments: 'Instruments of lessons',
  lessonCharging: 'Charging for lessons',
  lessonHelpFor: 'Help with the cost of lessons',
  ensembles: 'Ensembles',
  singingTogether: 'Singing together',
  performances: 'Performances',
  performanceEvents: 'Events',
  liveMusic: 'Live music',
  priorities: 'Priorities',
};

/** `Key stage 2`, `Year 7`, `Early years`, `All years`. */
export function planStageWords(stage: PlanStage): string {
  const [, kind, number] = /^(ks|y)(\d+)$/.exec(stage) ?? [];
  if (kind === 'ks') return `Key stage ${number}`;
  if (kind === 'y') return `Year ${number}`;
  return stage === 'eyfs' ? 'Early years' : 'All years';
}
