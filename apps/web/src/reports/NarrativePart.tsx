import { useState } from 'react';
import { TextInput, useNotify } from 'react-admin';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FieldValues, useWatch } from 'react-hook-form';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReportNarrative } from '@tracker/contract';
import {
  academicYearOf,
  missingInPdf,
  NARRATIVE_FIELDS,
  NARRATIVE_LIMITS,
  NARRATIVE_WORDS,
  type Narrative,
  type NarrativeField,
} from '@tracker/domain';
import { useAsOpened } from '../providers/use-as-opened';
import { useSaveWithConflicts } from '../conflicts/use-conflicts';
import { Choice } from '../fields/Choice';
import { errorsOf } from '../fields/FormDialog';
import { FormProblem } from '../fields/FormProblem';
import { GuardedForm } from '../unsaved/GuardedForm';
import { mayDrop } from '../unsaved/unsaved-store';
import { SubmitButton } from '../fields/SubmitButton';
import { Known } from '../fields/texts';
import { namedChoices } from '../fields/use-facets';
import { Failure } from '../layout/Failure';
import { Section } from '../layout/Section';
import { Waiting } from '../layout/Waiting';
import { today } from '../providers/today';
import { useYears } from '../progress/use-years';
import { call } from '../providers/call';
import { MissingInPdf } from './MissingInPdf';
import { narrativeQuery, NARRATIVES } from './report-keys';

const FIELDS = NARRATIVE_FIELDS.map((name) => ({ name, label: NARRATIVE_WORDS[name] }));

/** What stands around the figures of a year's stakeholder report. */
export function NarrativePart({ mayChange }: { mayChange: boolean }) {
  const [year, setYear] = useState(() => academicYearOf(today()));
  const years = useYears().filter((one) => one <= academicYearOf(today()));
  const { data, error, refetch } = useQuery(narrativeQuery(year));
  return (
    <Section title="Texts of the stakeholder report">
      <Typography sx={{ mb: 2 }}>
        They stand around the figures of the year, in the report’s own order. What is left empty is
        left out.
      </Typography>
      <Box sx={{ mb: 2 }}>
        <Choice
          label="Academic year"
          value={year}
          choices={namedChoices(years)}
          onChange={(next) => void mayDrop().then((may) => may && setYear(next))}
        />
      </Box>
      {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting words="Loading the texts…" />}
      {data && mayChange && <Edit key={`${data.id} ${data.version}`} present={data} />}
      {data && !mayChange && <Read present={data} />}
    </Section>
  );
}

const textsOf = ({ title, introduction, highlights, challenges, nextSteps }: Narrative) => ({
  ...{ title, introduction, highlights, challenges, nextSteps },
});

function Edit({ present }: { present: ReportNarrative }) {
  const opened = useAsOpened(present);
  const notify = useNotify();
  const queries = useQueryClient();
  const saveWithConflicts = useSaveWithConflicts();
  const save = async (typed: FieldValues) => {
    const values = Object.fromEntries(
      NARRATIVE_FIELDS.map((field) => [field, (typed[field] as string | null) ?? '']),
    );
    try {
      const saved = await saveWithConflicts({
        title: `Texts of ${opened.academicYear}`,
        fields: FIELDS,
        values,
        original: textsOf(opened),
        version: opened.version,
        read: (current) => textsOf(current as unknown as ReportNarrative),
        save: (wanted, version) =>
          call('PUT /api/report-narratives/{academicYear}', {
            academicYear: opened.academicYear,
            body: { ...(wanted as Narrative), version },
          }),
      });
      if (!saved) return undefined;
      notify('Texts saved; the next report has them.', { type: 'success' });
      await queries.invalidateQueries({ queryKey: NARRATIVES });
      return undefined;
    } catch (error) {
      return errorsOf(error);
    }
  };
  return (
    <GuardedForm onSubmit={save} defaultValues={textsOf(opened)}>
      <FormProblem />
      <Box sx={{ display: 'grid', gap: 1 }}>
        {NARRATIVE_FIELDS.map((field) => (
          <TextInput
            key={field}
            source={field}
            label={NARRATIVE_WORDS[field]}
            multiline={field !== 'title'}
            minRows={field === 'title' ? undefined : 3}
            validate={(text: unknown) => tooLong(text, NARRATIVE_LIMITS[field])}
            helperText={
              field === 'introduction'
                ? 'An empty line begins a paragraph; a line that begins with - is an item of a list'
                : false
            }
          />
        ))}
        <MissingInTyped />
        <Box>
          <SubmitButton words="Save the texts" />
        </Box>
      </Box>
    </GuardedForm>
  );
}

/** Follows what is typed. */
function MissingInTyped() {
  const typed = useWatch() as Partial<Record<NarrativeField, string | null>>;
  return (
    <Box role="status">
      <MissingInPdf characters={missingInPdf(NARRATIVE_FIELDS.map((name) => typed[name] ?? ''))} />
    </Box>
  );
}

const tooLong = (text: unknown, limit: number) =>
  typeof text === 'string' && text.length > limit
    ? `At most ${limit.toLocaleString('en-GB')} characters; these are ${text.length.toLocaleString('en-GB')}.`
    : undefined;

function Read({ present }: { present: ReportNarrative }) {
  return (
    <Box component="dl" sx={{ m: 0 }}>
      {NARRATIVE_FIELDS.map((field) => (
        <Box key={field} sx={{ mb: 1.5 }}>
          <Typography component="dt" variant="body2" sx={{ color: 'text.secondary' }}>
            {NARRATIVE_WORDS[field]}
          </Typography>
          <Typography
            component="dd"
            sx={{ m: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
          >
            <Known>{present[field]}</Known>
          </Typography>
        </Box>
      ))}
    </Box>
  );
}
