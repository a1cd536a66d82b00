import { hasOptions, type SurveyQuestion } from './question';

/** What the choices of a question tell of a school. */
export type NeedTopic = 'barriers' | 'wanted';

/**
 * The questions that tell what is in a school's way and what it wants of the hub, by the keys of the
 * Have Your Say questions. A key stays whatever the question's wording becomes; a hub that takes a
 * question out of its survey has none of these needs from then on.
 */
export const NEED_QUESTIONS: Readonly<Record<NeedTopic, readonly string[]>> = {
  barriers: ['barriers'],
  wanted: ['cpd_wanted'],
};

/** Whether a question tells of a topic: by its key, and as long as it is answered by choices. */
export const tellsOf = (question: SurveyQuestion, topic: NeedTopic): boolean =>
  hasOptions(question) && question.type !== 'stage' && NEED_QUESTIONS[topic].includes(question.key);
