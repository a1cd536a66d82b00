import {
  capital,
  answeredInWords,
  engagementInWords,
  formatDay,
  isDay,
  plural,
  surveyCount,
  type SurveyPage,
} from '@tracker/domain';
import type { NamedText } from '../conflicts/overtaken';
import { CONTACT_ROLE_WORDS, VISIT_KIND_WORDS } from '../fields/words';
import type { LogStep, LogTyped } from '../on-device/device-log';
import type { LogScene } from '../on-device/pack';
import { pagesOfLog } from './survey-of-log';

export const STEP_WORDS: Record<LogStep, string> = {
  who: 'Who I met',
  survey: 'Survey',
  found: 'What I found',
  actions: 'Actions',
  next: 'Follow-up visit',
  check: 'Check and send',
};

const dayWords = (day: string) => (isDay(day) ? formatDay(day) : day);

/** A log as it was typed, line by line, for looking through and for comparing. */
export function logInWords(
  typed: LogTyped,
  { staff, tags, place }: Pick<LogScene, 'staff' | 'tags' | 'place'>,
): [step: LogStep, ...text: NamedText][] {
  const nameOf = (id: string) => staff.find((person) => person.id === id)?.name ?? null;
  const labels = (ids: readonly string[]) =>
    ids.flatMap((id) => tags.find((tag) => tag.id === id)?.label ?? []).join(', ');
  const lines = (...texts: string[]) => texts.filter((text) => text.trim()).join('\n') || null;
  const people = typed.people.map(({ contactId, name, role }) =>
    contactId ? name : `${name} (new, ${CONTACT_ROLE_WORDS[role].toLowerCase()})`,
  );
  const { followUp, survey } = typed;
  return [
    ['who', 'Date visited', dayWords(typed.visitedOn)],
    ['who', 'Kind of visit', VISIT_KIND_WORDS[typed.kind]],
    ['who', 'Who you met', lines(people.join(', '), typed.metWith)],
    ...(survey
      ? [['survey', 'Survey', surveyInWords(typed, { place })] as [LogStep, string, string]]
      : []),
    ['found', 'What you found', typed.summary || null],
    ['found', 'Strengths', lines(labels(typed.strengthTagIds), typed.strengths)],
    ['found', 'Needs', lines(labels(typed.needTagIds), typed.needs)],
    [
      'found',
      'Engagement',
      typed.engagementLevel &&
        `${engagementInWords(typed.engagementLevel)}: ${typed.engagementReason}`,
    ],
    [
      'actions',
      'Actions',
      lines(
        ...typed.actions.map(({ title, ownerId, dueOn }) =>
          [title.trim() || 'Not said yet', nameOf(ownerId), dueOn && `due ${dayWords(dueOn)}`]
            .filter(Boolean)
            .join(', '),
        ),
      ),
    ],
    [
      'next',
      'Follow-up visit',
      followUp.wanted
        ? `${followUp.scheduledOn ? dayWords(followUp.scheduledOn) : 'Day still open'}: ${followUp.reason.trim() || 'not said yet what for'}`
        : 'None',
    ],
  ];
}

/** How much of it is answered and whether it counts; answers to questions that are not asked do not. */
function surveyInWords(typed: LogTyped, place: Pick<LogScene, 'place'>): string {
  if (!typed.survey?.asked) return 'Not gone through at this visit';
  const pages = pagesOfLog(typed, place);
  const count = answeredInWords(...pages);
  if (surveyCount(pages).answered === 0) return `${count}: no survey is recorded`;
  return `${count}${typed.survey.partly ? ', not completed' : ''}`;
}

/** What happens once it is sent, in a sentence or two. */
export function consequenceOf(
  typed: LogTyped,
  pages: readonly SurveyPage[],
  schoolName: string,
): string {
  const actions = typed.actions.length;
  const { wanted, scheduledOn } = typed.followUp;
  const more = [
    actions > 0 && `${plural(actions, 'action')} ${actions === 1 ? 'is' : 'are'} assigned`,
    wanted &&
      (scheduledOn
        ? `a follow-up visit is scheduled for ${dayWords(scheduledOn)}`
        : 'a follow-up visit is proposed'),
  ].filter(Boolean);
  return (
    `The visit to ${schoolName} on ${dayWords(typed.visitedOn)} counts, and the school is ranked again.` +
    (more.length > 0 ? ` ${capital(more.join(' and '))}.` : '') +
    surveyConsequence(typed, pages) +
    ' You can correct it later; the correction will be visible.'
  );
}

/** Only where something of the survey is left out: that it is incomplete is said before it is sent. */
function surveyConsequence({ survey }: LogTyped, pages: readonly SurveyPage[]): string {
  const { asked, answered } = surveyCount(pages);
  if (!survey || answered === 0 || answered === asked) return '';
  return ` The survey has ${answered} of ${asked} questions answered and ${
    survey.partly ? 'does not count as completed' : 'counts as completed'
  }.`;
}
