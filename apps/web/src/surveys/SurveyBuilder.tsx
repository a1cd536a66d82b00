import { useEffect, useState } from 'react';
import { useNavigate, useNotify, useRefresh } from 'react-admin';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { Survey, SurveyVersion } from '@tracker/contract';
import { checkSurvey, FORM_PURPOSE_LABELS, plural, SURVEY_LIMITS } from '@tracker/domain';
import { useUnsaved } from '../unsaved/use-unsaved';
import { PageHeading } from '../layout/PageHeading';
import { sentenceOf } from '../providers/problems';
import { BuilderDialogs, type BuilderDialog } from './BuilderDialogs';
import { QuestionList } from './QuestionList';
import { SurveyPreview } from './SurveyPreview';
import { useSaveDraft } from './use-save-draft';

interface SurveyBuilderProps {
  survey: Survey;
  version: SurveyVersion;
}

/** Works on a draft; what stands here is saved when somebody says so. */
export function SurveyBuilder({ survey, version: opened }: SurveyBuilderProps) {
  const [saved, setSaved] = useState(opened);
  const [draft, setDraft] = useState(opened);
  const [view, setView] = useState<'questions' | 'preview'>('questions');
  const [dialog, setDialog] = useState<BuilderDialog>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const saveTogether = useSaveDraft();
  const notify = useNotify();
  const navigate = useNavigate();
  const refresh = useRefresh();
  /** What was typed has gone with the draft. */
  const [over, setOver] = useState(false);
  const { title, intro, questions } = draft;
  const unsaved =
    !over &&
    JSON.stringify([title, intro, questions]) !==
      JSON.stringify([saved.title, saved.intro, saved.questions]);
  const problems = checkSurvey(questions);
  useUnsaved(unsaved);
  useEffect(() => {
    if (over) navigate('/surveys');
  }, [over, navigate]);

  /** @returns the draft as it is on record now; null when it was not saved */
  const save = async (): Promise<SurveyVersion | null> => {
    if (!unsaved) return saved;
    setSaving(true);
    setProblem(null);
    try {
      const answer = await saveTogether({ saved, draft });
      if (answer === false) return null;
      setSaved(answer);
      setDraft(answer);
      notify('The draft is saved.', { type: 'success' });
      return answer;
    } catch (error) {
      setProblem(sentenceOf(error));
      return null;
    } finally {
      setSaving(false);
    }
  };
  const publish = async () => {
    const ready = await save();
    if (ready) setDialog('publish');
  };
  return (
    <>
      <PageHeading
        title={title || 'A survey without a title'}
        actions={
          <>
            <Button onClick={() => setDialog('discard')}>Discard the draft</Button>
            <Button variant="outlined" disabled={saving} onClick={() => void save()}>
              {saving ? 'Saving…' : 'Save the draft'}
            </Button>
            <Button
              variant="contained"
              disabled={saving || problems.length > 0}
              onClick={() => void publish()}
            >
              Publish
            </Button>
          </>
        }
      >
        <Typography role="status" sx={{ color: 'text.secondary', mt: 0.5 }}>
          {FORM_PURPOSE_LABELS[survey.purpose]}: draft of version {saved.number},{' '}
          {plural(questions.length, 'question')}.{' '}
          {unsaved ? 'Your changes are not saved yet.' : 'Everything is saved.'}
        </Typography>
      </PageHeading>
      {problem && (
        <Alert severity="error" sx={{ mb: 2 }}>
          {problem}
        </Alert>
      )}
      {problems.length > 0 && (
        <Alert severity="info" sx={{ mb: 2 }}>
          Before it can be published:
          <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
            {problems.map(({ message }, at) => (
              <li key={`${at} ${message}`}>{message}</li>
            ))}
          </Box>
        </Alert>
      )}
      <Box sx={{ display: 'grid', gap: 1, mb: 2 }}>
        <TextField
          label="Title"
          value={title}
          onChange={({ target }) => setDraft({ ...draft, title: target.value })}
          slotProps={{ htmlInput: { maxLength: SURVEY_LIMITS.title } }}
        />
        <TextField
          label="Introduction"
          helperText="Shown before the first question."
          multiline
          minRows={2}
          value={intro ?? ''}
          onChange={({ target }) => setDraft({ ...draft, intro: target.value || null })}
          slotProps={{ htmlInput: { maxLength: SURVEY_LIMITS.intro } }}
        />
      </Box>
      <Tabs
        value={view}
        onChange={(_, next: typeof view) => setView(next)}
        aria-label="What to look at"
        sx={{ mb: 2 }}
      >
        <Tab value="questions" label="Questions" id="tab-questions" />
        <Tab value="preview" label="Preview" id="tab-preview" />
      </Tabs>
      <Box role="tabpanel" aria-labelledby={`tab-${view}`}>
        {view === 'questions' ? (
          <QuestionList
            questions={questions}
            problems={problems}
            onChange={(next) => setDraft({ ...draft, questions: next })}
          />
        ) : (
          <SurveyPreview version={draft} />
        )}
      </Box>
      <BuilderDialogs
        open={dialog}
        draft={saved}
        survey={survey}
        onClose={() => setDialog(null)}
        onDone={(done) => {
          refresh();
          if (done === 'discarded') setOver(true);
        }}
      />
    </>
  );
}
