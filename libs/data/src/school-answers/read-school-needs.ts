import { type NeedTopic, type SurveyQuestion, tellsOf } from '@tracker/domain';
import type { EntityManager } from 'typeorm';
import { getHubSettings } from '../settings';
import { type Heard, heardByKey, type SchoolGroup } from './school-group';
import { COUNT_HEARD, COUNT_NEEDS, type NeedRow, QUESTIONS_ANSWERED } from './school-needs.queries';

/** A need, a barrier or a wish, and how many schools have it. */
export interface CountedNeed {
  key: string;
  label: string;
  schools: number;
}

/** The contract's SchoolNeeds. */
export interface ReadSchoolNeeds {
  academicYear: string;
  schools: number;
  tooFew: boolean;
  visited: Heard;
  answered: Heard;
  needs: CountedNeed[];
  barriers: CountedNeed[];
  wanted: CountedNeed[];
}

/**
 * What schools need, by the outcomes of the year's counting visits, and what is in their way and what
 * they want, by the survey; the most frequent first. A school counts once for each.
 */
export async function readSchoolNeeds(
  manager: EntityManager,
  group: SchoolGroup,
): Promise<ReadSchoolNeeds> {
  const { kindsNotCounting } = await getHubSettings(manager);
  const counts = await COUNT_HEARD.rows(manager, group, kindsNotCounting);
  const rows = await COUNT_NEEDS.rows(manager, group, kindsNotCounting);
  const versions = await QUESTIONS_ANSWERED.rows(manager, group);
  const heard = heardByKey(counts, group);
  const chosen = rows.filter(
    ({ question }) => question !== null && !heard(`question:${question}`).tooFew,
  );
  const questions = versions.flatMap((version) => version.questions);
  const [visited, answered] = [heard('visited'), heard('answered')];
  return {
    academicYear: group.academicYear,
    schools: heard('either').schools,
    tooFew: visited.tooFew && answered.tooFew,
    visited,
    answered,
    needs: visited.tooFew ? [] : ranked(rows.filter(isTicked)),
    barriers: answered.tooFew ? [] : ranked(labelled(chosen, questions, 'barriers')),
    wanted: answered.tooFew ? [] : ranked(labelled(chosen, questions, 'wanted')),
  };
}

const isTicked = (row: NeedRow): row is NeedRow & CountedNeed => row.question === null;

/** Choices in the words of the newest version that offers them; "none of these" is not a need. */
function labelled(
  rows: readonly NeedRow[],
  questions: readonly SurveyQuestion[],
  topic: NeedTopic,
): CountedNeed[] {
  const asked = questions.filter((question) => tellsOf(question, topic));
  return rows.flatMap(({ question: key, key: chosen, schools }) => {
    const option = asked
      .filter((question) => question.key === key)
      .flatMap(({ options }) => options)
      .find((one) => one.key === chosen);
    return option && !option.alone
      ? [{ key: `${key}.${chosen}`, label: option.label, schools }]
      : [];
  });
}

const ranked = (needs: readonly CountedNeed[]): CountedNeed[] =>
  needs
    .map(({ key, label, schools }) => ({ key, label, schools }))
    .sort((a, b) => b.schools - a.schools || a.label.localeCompare(b.label, 'en-GB'));
