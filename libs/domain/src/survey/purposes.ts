/** What a form is for (rule 15). Each purpose has a version in use, keys and links of its own. */
export const FORM_PURPOSES = [
  'have_your_say',
  'audit',
  'training_feedback',
  'self_assessment',
  'observation',
  'programme_review',
  'first_access',
  'partnership_review',
  'inclusion_self_assessment',
] as const;
export type FormPurpose = (typeof FORM_PURPOSES)[number];

/** The survey of the visits: what targets, known answers and summaries ask for. */
export const VISIT_SURVEY: FormPurpose = 'have_your_say';

export const FORM_PURPOSE_LABELS: Readonly<Record<FormPurpose, string>> = {
  have_your_say: 'Have Your Say',
  audit: 'Toolkit audit',
  training_feedback: 'Training feedback',
  self_assessment: 'Self-assessment of a teacher',
  observation: 'Observation',
  programme_review: 'Programme review',
  first_access: 'First Access check',
  partnership_review: 'Partnership review',
  inclusion_self_assessment: 'Inclusion self-assessment',
};
