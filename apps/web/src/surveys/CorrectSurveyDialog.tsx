import { useState } from 'react';
import { BooleanInput, useDataProvider, useInput, useNotify, useRefresh } from 'react-admin';
import { useFormState, useWatch } from 'react-hook-form';
import Box from '@mui/material/Box';
import type { SurveyResponse, SurveyVersion, Visit } from '@tracker/contract';
import {
  answerInWords,
  answersToKeep,
  type GivenAnswers,
  isAnswered,
  type SurveyAnswers,
  validateAnswers,
} from '@tracker/domain';
import type { FieldWords } from '../conflicts/conflict';
import { useAsOpened } from '../providers/use-as-opened';
import { useSaveWithConflicts } from '../conflicts/use-conflicts';
import { FormDialog } from '../fields/FormDialog';
import { keyByBody } from '../providers/idempotency';
import { overtakenBy, staleRecordOf } from '../providers/problems';
import { SurveyForm } from './SurveyForm';
import { call } from '../providers/call';
import { ReasonInput } from '../fields/ReasonInput';

interface CorrectSurveyDialogProps {
  visit: Visit;
  response: SurveyResponse;
  /** The version that was answered. */
  version: SurveyVersion;
  onClose: () => void;
}

interface Values {
  answers: GivenAnswers;
  partly: boolean;
  reason: string;
}

/** Whether the survey is complete, among the answers to its questions; no key of a question has a space. */
const PARTLY = 'not all of it';

function fieldsOf({ questions }: SurveyVersion): FieldWords[] {
  const words = questions.map((question) => ({
    name: question.key,
    label: question.text,
    inWords: (answer: unknown) =>
      isAnswered(answer) ? answerInWords(question, answer) : 'Not recorded',
    long: question.type === 'long_text',
  }));
  return [...words, { name: PARTLY, label: 'The survey is unfinished' }];
}

/** Puts right what was answered at a visit; everybody sees that, by whom and why. */
export default function CorrectSurveyDialog(props: CorrectSurveyDialogProps) {
  const { onClose } = props;
  const { visit, response, version } = useAsOpened(props);
  const dataProvider = useDataProvider();
  const saveWithConflicts = useSaveWithConflicts();
  const [keyOf] = useState(keyByBody);
  const notify = useNotify();
  const refresh = useRefresh();
  const { phases } = response;

  const flat = (answers: SurveyAnswers, partly: boolean) => ({ ...answers, [PARTLY]: partly });
  const asItIs = ({ answers, submittedAt }: SurveyResponse) => flat(answers, submittedAt === null);
  const send = async (values: Record<string, unknown>, from: number, reason: string) => {
    const { [PARTLY]: partly, ...answers } = values;
    const survey = {
      versionId: version.id,
      answers: answersToKeep(version, answers, phases),
      submitted: !partly,
    };
    const body = { version: from, reason, survey };
    try {
      return await call('POST /api/visits/{id}/correct', {
        id: visit.id,
        body,
        idempotencyKey: keyOf(body),
      });
    } catch (error) {
      const current = staleRecordOf(error);
      if (!current) throw error;
      // The visit is what was overtaken; to choose between are the answers, which it does not carry.
      const { data } = await dataProvider.getOne<SurveyResponse>('survey-responses', {
        id: response.id,
      });
      throw overtakenBy(error, { ...asItIs(data), version: current.version });
    }
  };
  const save = async ({ answers, partly, reason }: Values) => {
    const saved = await saveWithConflicts({
      title: `Survey at ${visit.schoolName}`,
      fields: fieldsOf(version),
      values: flat(answersToKeep(version, answers, phases), partly) as Record<string, unknown>,
      original: asItIs(response),
      version: visit.version,
      save: (values, from) => send(values, from, reason),
    });
    if (saved === false) return false;
    notify('The answers are corrected.', { type: 'success' });
    refresh();
    return true;
  };
  return (
    <FormDialog<Values>
      wide
      title={`Correct the survey at ${visit.schoolName}`}
      consequence="The visit says from then on that it was corrected, by whom, when and why; what was answered before stays in its history."
      submitWords="Correct the answers"
      defaultValues={{
        answers: response.answers,
        partly: response.submittedAt === null,
        reason: '',
      }}
      onSubmit={save}
      onClose={onClose}
    >
      <BooleanInput
        source="partly"
        label="Unfinished: keep the answers, but do not count the survey as completed"
        helperText={false}
      />
      <AnswersInput version={version} phases={phases} />
      <ReasonInput
        label="Why is it corrected?"
        missing="Please say why it is corrected."
        helperText="Everybody who reads the visit sees it"
        sx={{ mt: 2 }}
      />
    </FormDialog>
  );
}

type AnswersInputProps = Pick<CorrectSurveyDialogProps, 'version'> & Pick<SurveyResponse, 'phases'>;

/** The questions as they were asked; the value is the answers by key. */
function AnswersInput({ version, phases }: AnswersInputProps) {
  const errorsOf = (answers: GivenAnswers, partly: boolean) =>
    validateAnswers(version, answers, { phases, complete: !partly });
  const { field } = useInput<GivenAnswers>({
    source: 'answers',
    validate: (answers: GivenAnswers, { partly }: Values) =>
      Object.values(errorsOf(answers, partly))[0],
  });
  const { submitCount } = useFormState();
  const partly = useWatch({ name: 'partly' }) as boolean;
  const answers = field.value as GivenAnswers;
  return (
    <Box sx={{ my: 1 }}>
      <SurveyForm
        version={version}
        phases={phases}
        answers={answers}
        onAnswer={(key, answer) => field.onChange({ ...answers, [key]: answer })}
        errors={submitCount > 0 ? errorsOf(answers, partly) : {}}
        focusErrors={submitCount}
        headingLevel={3}
      />
    </Box>
  );
}
