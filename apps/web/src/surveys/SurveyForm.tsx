import { Fragment, useEffect, useRef } from 'react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { surveyPages } from '@tracker/domain';
import { focusQuestion } from './focus-question';
import { QuestionFields } from './QuestionFields';
import type { SurveyFormProps } from './survey-form-props';

/**
 * A whole survey on one screen, to be corrected. Questions come and go with the answers that show
 * them. After an attempt to save the focus goes to the first that is wrong.
 */
export function SurveyForm(props: SurveyFormProps) {
  const { version, phases, answers, errors = {}, focusErrors = 0 } = props;
  const form = useRef<HTMLDivElement>(null);
  const pages = surveyPages(version, answers, phases);
  const firstWrong = pages
    .flatMap(({ questions }) => questions)
    .find(({ key }) => Object.hasOwn(errors, key))?.key;
  useEffect(() => {
    if (focusErrors > 0 && firstWrong !== undefined) focusQuestion(form.current, firstWrong);
    // Only an attempt moves the focus, not each key that is typed after it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [focusErrors]);
  return (
    <Box ref={form} sx={{ display: 'grid', gap: 3.5 }}>
      {pages.map(({ title, questions }) => (
        <Fragment key={questions[0]?.key}>
          {title !== null && (
            <Typography variant="h2" component={`h${props.headingLevel ?? 2}`} sx={{ mt: 1 }}>
              {title}
            </Typography>
          )}
          <QuestionFields {...props} questions={questions} />
        </Fragment>
      ))}
    </Box>
  );
}
