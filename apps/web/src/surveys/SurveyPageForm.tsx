import { useEffect, useRef } from 'react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { answeredInWords, type SurveyPage } from '@tracker/domain';
import { focusQuestion } from './focus-question';
import { QuestionFields } from './QuestionFields';
import { SectionList } from './SectionList';
import { pageTitle } from './survey-page-words';
import type { SurveyFormProps } from './survey-form-props';

type SurveyPageFormProps = Omit<SurveyFormProps, 'version' | 'phases'> & {
  pages: readonly SurveyPage[];
  /** Which of them, from 0. */
  at: number;
  onGoTo: (page: number) => void;
  /** The question somebody came here for; the focus goes to it. */
  sought?: string | null;
};

/**
 * One section of a survey with the way to the others. When another is opened its heading takes the
 * focus, or the question that was asked for; after an attempt to go on, the first that is wrong.
 */
export function SurveyPageForm(props: SurveyPageFormProps) {
  const { pages, at, onGoTo, sought, errors = {}, focusErrors = 0, headingLevel = 2 } = props;
  const body = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const opened = useRef<number | null>(null);
  const page = pages[at];
  const firstWrong = page?.questions.find(({ key }) => Object.hasOwn(errors, key))?.key;
  useEffect(() => {
    const before = opened.current;
    opened.current = at;
    if (sought) return focusQuestion(body.current, sought);
    if (before === null || before === at) return;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'nearest' });
  }, [at, sought]);
  useEffect(() => {
    if (focusErrors > 0 && firstWrong !== undefined) focusQuestion(body.current, firstWrong);
    // Only an attempt moves the focus, not each key that is typed after it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [focusErrors]);
  if (!page) return null;
  return (
    <Box ref={body}>
      <SectionList pages={pages} at={at} onGoTo={onGoTo} />
      <Typography
        variant="h2"
        component={`h${headingLevel}`}
        ref={heading}
        tabIndex={-1}
        sx={{ scrollMarginTop: 80 }}
      >
        {pageTitle(page)}
      </Typography>
      <Typography variant="body2" role="status" sx={{ color: 'text.secondary', mb: 2 }}>
        {pages.length > 1 && `Section ${at + 1} of ${pages.length} · `}
        {answeredInWords(page)}
      </Typography>
      <Box sx={{ display: 'grid', gap: 3.5 }}>
        <QuestionFields {...props} questions={page.questions} />
      </Box>
    </Box>
  );
}
