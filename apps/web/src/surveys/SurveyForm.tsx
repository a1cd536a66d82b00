import { Fragment, useEffect, useRef } from 'react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { visibleQuestions } from '@tracker/domain';
import { QuestionField } from './QuestionField';
import type { SurveyFormProps } from './survey-form-props';

/**
 * A survey to fill in: at a visit, by a school with its link, or as a preview. Questions come and go
 * with the answers that show them. After an attempt to hand in the focus goes to the first that is
 * wrong.
 */
export function SurveyForm(props: SurveyFormProps) {
  const { version, phases, answers, onAnswer, errors = {}, focusErrors = 0, known = {} } = props;
  const form = useRef<HTMLDivElement>(null);
  const questions = visibleQuestions(version, answers, phases);
  const firstWrong = questions.find(({ key }) => Object.hasOwn(errors, key))?.key;
  useEffect(() => {
    if (focusErrors === 0 || firstWrong === undefined) return;
    const field = form.current?.querySelector(`[data-question="${firstWrong}"]`);
    field?.querySelector<HTMLElement>('input, textarea')?.focus();
    // Only an attempt moves the focus, not each key that is typed after it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [focusErrors]);
  const sections = sectionsOf(version.questions);
  return (
    <Box ref={form} sx={{ display: 'grid', gap: 3.5 }}>
      {questions.map((question, index) => {
        const section = sections.get(question.key) ?? null;
        const before = questions[index - 1];
        const isNew = section !== null && section !== (before && sections.get(before.key));
        return (
          <Fragment key={question.key}>
            {isNew && (
              <Typography variant="h2" component={`h${props.headingLevel ?? 2}`} sx={{ mt: 1 }}>
                {section}
              </Typography>
            )}
            <QuestionField
              question={question}
              answer={Object.hasOwn(answers, question.key) ? answers[question.key] : undefined}
              onAnswer={(answer) => onAnswer(question.key, answer)}
              error={Object.hasOwn(errors, question.key) ? errors[question.key] : undefined}
              known={Object.hasOwn(known, question.key) ? known[question.key] : undefined}
              disabled={props.disabled}
            />
          </Fragment>
        );
      })}
    </Box>
  );
}

/** The heading each question stands under: its own, or that of the one before. */
function sectionsOf(questions: SurveyFormProps['version']['questions']): Map<string, string> {
  const sections = new Map<string, string>();
  let section: string | null = null;
  for (const question of questions) {
    section = question.section ?? section;
    if (section !== null) sections.set(question.key, section);
  }
  return sections;
}
