import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import DownIcon from '@mui/icons-material/ArrowDownwardOutlined';
import UpIcon from '@mui/icons-material/ArrowUpwardOutlined';
import RemoveIcon from '@mui/icons-material/DeleteOutlined';
import {
  QUESTION_PHASE_LABELS,
  QUESTION_TYPE_LABELS,
  type SurveyProblem,
  type SurveyQuestion,
} from '@tracker/domain';
import { answerChoicesOf } from './choices-of';
import { QuestionEditor } from './QuestionEditor';

interface EditedQuestionProps {
  questions: readonly SurveyQuestion[];
  index: number;
  problems: readonly SurveyProblem[];
  open: boolean;
  onOpen: (open: boolean) => void;
  onChange: (questions: SurveyQuestion[]) => void;
  /** `label` names the button that was pressed. */
  onMove: (to: number, label: string) => void;
  onRemove: () => void;
}

/** One question of a draft: what it asks, whom and when, and what can be done with it. */
export function EditedQuestion(props: EditedQuestionProps) {
  const { questions, index, problems, open, onOpen, onMove, onRemove } = props;
  const question = questions[index] as SurveyQuestion;
  const name = question.text || `question ${index + 1}`;
  return (
    <Card component="li" sx={{ p: 1.5 }}>
      {question.section && (
        <Typography variant="body2" sx={{ color: 'text.secondary', fontWeight: 650 }}>
          {question.section}
        </Typography>
      )}
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'start', flexWrap: 'wrap' }}>
        <Box sx={{ flex: '1 1 14rem', minWidth: 0 }}>
          <Typography sx={{ fontWeight: 650, overflowWrap: 'anywhere' }}>
            {index + 1}. {question.text || 'No text yet'}
          </Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {factsOf(questions, question).join(' · ')}
          </Typography>
          {problems.map(({ message }) => (
            <Typography key={message} variant="body2" sx={{ color: 'error.main' }}>
              {message}
            </Typography>
          ))}
        </Box>
        <Box sx={{ display: 'flex', alignItems: 'center' }}>
          <IconButton
            data-does="up"
            disabled={index === 0}
            aria-label={`Move up: ${name}`}
            onClick={() => onMove(index - 1, 'up')}
          >
            <UpIcon fontSize="small" />
          </IconButton>
          <IconButton
            data-does="down"
            disabled={index === questions.length - 1}
            aria-label={`Move down: ${name}`}
            onClick={() => onMove(index + 1, 'down')}
          >
            <DownIcon fontSize="small" />
          </IconButton>
          <IconButton data-does="remove" aria-label={`Remove: ${name}`} onClick={onRemove}>
            <RemoveIcon fontSize="small" />
          </IconButton>
          <Button
            data-does="open"
            aria-expanded={open}
            aria-label={`${open ? 'Close' : 'Change'}: ${name}`}
            onClick={() => onOpen(!open)}
          >
            {open ? 'Close' : 'Change'}
          </Button>
        </Box>
      </Box>
      {open && <QuestionEditor questions={questions} index={index} onChange={props.onChange} />}
    </Card>
  );
}

function factsOf(questions: readonly SurveyQuestion[], question: SurveyQuestion): string[] {
  const { type, required, phases, showWhen } = question;
  const trigger = showWhen && questions.find(({ key }) => key === showWhen.question);
  const labels = trigger
    ? (answerChoicesOf(trigger) ?? [])
        .filter(({ value }) => showWhen.anyOf.includes(value))
        .map(({ label }) => label)
    : [];
  return [
    QUESTION_TYPE_LABELS[type],
    ...(required ? ['required'] : []),
    phases.length === 0
      ? 'all schools'
      : phases.map((phase) => QUESTION_PHASE_LABELS[phase]).join(', '),
    ...(trigger ? [`shown when “${trigger.text}” is ${labels.join(' or ')}`] : []),
  ];
}
