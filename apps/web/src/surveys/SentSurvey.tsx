import { useEffect, useRef } from 'react';
import DownloadIcon from '@mui/icons-material/Download';
import PrintIcon from '@mui/icons-material/Print';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import GlobalStyles from '@mui/material/GlobalStyles';
import Typography from '@mui/material/Typography';
import type { SchoolSurvey } from '@tracker/contract';
import {
  answeredInWords,
  answerInWords,
  formatDay,
  isAnswered,
  londonDayOf,
  type SurveyAnswers,
  surveyAsText,
  surveyPages,
} from '@tracker/domain';
import { FactList } from '../fields/FactList';
import { saveFile } from '../fields/save-export';
import { pageTitle } from './survey-page-words';
import { ANSWERS_ON_PAPER } from './on-paper';

/** What was sent, as only the browser that sent it knows: the link shows it to nobody afterwards. */
export interface SentAnswers {
  asked: SchoolSurvey;
  answers: SurveyAnswers;
  filledInBy: string;
}

interface SentSurveyProps {
  survey: SchoolSurvey;
  sent: SentAnswers | null;
}

/** Thanks, and for whoever has just sent them the answers to keep. */
export function SentSurvey({ survey, sent }: SentSurveyProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const day = survey.submittedAt && londonDayOf(survey.submittedAt);
  return (
    <Box sx={{ mt: 2 }}>
      <Typography variant="h2" ref={heading} tabIndex={-1} className="no-print">
        Thank you
      </Typography>
      <Typography sx={{ mt: 1 }} className="no-print">
        Your answers were sent{day && ` on ${formatDay(day)}`}. Your visitor from {survey.hub.name}{' '}
        goes through them with you. If something should be different, tell them then.
      </Typography>
      {sent ? (
        <Copy survey={survey} sent={sent} day={day || ''} />
      ) : (
        <Typography sx={{ mt: 1 }} className="no-print">
          To protect them, this link does not show your answers again. Ask {survey.hub.name} if you
          need a copy.
        </Typography>
      )}
    </Box>
  );
}

interface CopyProps {
  survey: SchoolSurvey;
  sent: SentAnswers;
  day: string;
}

function Copy({ survey, sent, day }: CopyProps) {
  const { asked, answers, filledInBy } = sent;
  const pages = surveyPages(asked, answers, asked.phases);
  const about = [
    survey.schoolName,
    `Sent to ${survey.hub.name}${day && ` on ${formatDay(day)}`}${filledInBy && ` by ${filledInBy}`}`,
  ];
  const download = () => {
    const text = surveyAsText({ title: survey.title, about, pages, answers });
    // The mark in front tells older editors that the text is UTF-8.
    const file = new Blob([`\uFEFF${text}`], { type: 'text/plain;charset=utf-8' });
    saveFile(`survey-${day}.txt`, file);
  };
  return (
    <Box component="section" aria-labelledby="copy-of-answers" sx={{ mt: 3 }}>
      <GlobalStyles styles={ANSWERS_ON_PAPER} />
      <Typography variant="h2" id="copy-of-answers">
        Your answers
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {about[1]}. {answeredInWords(...pages)}.
      </Typography>
      <Box className="no-print" sx={{ my: 1.5 }}>
        <Typography sx={{ mb: 1 }}>
          Keep a copy now: once you leave this page, the link does not show them again.
        </Typography>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          <Button variant="outlined" startIcon={<PrintIcon />} onClick={() => window.print()}>
            Print or save as PDF
          </Button>
          <Button variant="outlined" startIcon={<DownloadIcon />} onClick={download}>
            Download as text
          </Button>
        </Box>
      </Box>
      {pages.map((page) => (
        <Box key={page.questions[0]?.key} sx={{ mt: 2 }}>
          <Typography component="h3" sx={{ fontWeight: 700, mb: 0.5 }}>
            {pageTitle(page)}
          </Typography>
          <FactList
            facts={page.questions.map((question) => {
              const answer = answers[question.key];
              return [question.text, isAnswered(answer) ? answerInWords(question, answer) : null];
            })}
          />
        </Box>
      ))}
    </Box>
  );
}
