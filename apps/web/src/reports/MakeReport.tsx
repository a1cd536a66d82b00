import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { NewReport } from '@tracker/contract';
import {
  academicYearOf,
  exampleDays,
  FORMATS_OF,
  isDay,
  missingInPdf,
  NARRATIVE_FIELDS,
  REPORT_FORMAT_WORDS,
  REPORT_KIND_WORDS,
  REPORT_KINDS,
  type ReportFormat,
  type ReportKind,
  reportFaults,
} from '@tracker/domain';
import { Choice } from '../fields/Choice';
import { DayField } from '../fields/DayField';
import { useRegions } from '../fields/RegionName';
import { namedChoices } from '../fields/use-facets';
import { Section } from '../layout/Section';
import { keyByBody } from '../providers/idempotency';
import { sentenceOf } from '../providers/problems';
import { today } from '../providers/today';
import { useYears } from '../progress/use-years';
import { MissingInPdf } from './MissingInPdf';
import { narrativeQuery, REPORTS, readTemplates, TEMPLATES } from './report-keys';
import { KIND_EXPLAINED } from './report-words';
import { call } from '../providers/call';

const KINDS = REPORT_KINDS.map((id) => ({ id, name: REPORT_KIND_WORDS[id] }));

interface Asked {
  kind: ReportKind;
  format: ReportFormat;
  academicYear: string;
  asOf: string;
  regionId: string;
  templateId: string;
}

const start = (): Asked => ({
  ...{ kind: 'stakeholder', format: 'pdf', academicYear: academicYearOf(today()) },
  ...{ asOf: '', regionId: '', templateId: '' },
});

/** What is to be made, for which period and where. */
export function MakeReport() {
  const [asked, setAsked] = useState<Asked>(start);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [keyOf, setKeyOf] = useState(keyByBody);
  const notify = useNotify();
  const queries = useQueryClient();
  const change = (part: Partial<Asked>) => {
    setProblem(null);
    setAsked((before) => ({ ...before, ...part }));
  };
  const make = async () => {
    if (busy) return;
    const fault = faultOf(asked);
    setProblem(fault);
    if (fault) return;
    setBusy(true);
    try {
      const body = requestOf(asked);
      await call('POST /api/reports', { body, idempotencyKey: keyOf(body) });
      // The same again is a new file.
      setKeyOf(() => keyByBody());
      notify('It is being made; its file appears below.', { type: 'info' });
    } catch (error) {
      setProblem(sentenceOf(error));
    } finally {
      setBusy(false);
    }
    await queries.invalidateQueries({ queryKey: REPORTS });
  };
  return (
    <Section title="Make a file">
      <Typography sx={{ mb: 2 }}>{KIND_EXPLAINED[asked.kind]}</Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: 1.5 }}>
        <Choice
          label="What"
          value={asked.kind}
          choices={KINDS}
          onChange={(kind) =>
            change({
              kind: kind as ReportKind,
              format: FORMATS_OF[kind as ReportKind][0] ?? 'pdf',
              // Only a workbook can be of every year.
              ...(kind !== 'workbook' &&
                !asked.academicYear && { academicYear: start().academicYear }),
            })
          }
        />
        <Choice
          label="As"
          value={asked.format}
          choices={FORMATS_OF[asked.kind].map((id) => ({ id, name: REPORT_FORMAT_WORDS[id] }))}
          onChange={(format) => change({ format: format as ReportFormat })}
        />
        <Period asked={asked} onChange={change} />
        {asked.kind === 'by_school' && (
          <Template value={asked.templateId} onChange={(templateId) => change({ templateId })} />
        )}
      </Box>
      {asked.kind === 'stakeholder' && asked.format === 'pdf' && <MissingInAsked asked={asked} />}
      {problem && (
        <Alert severity="error" role="alert" sx={{ mt: 2 }}>
          {problem}
        </Alert>
      )}
      <Button variant="contained" aria-disabled={busy} onClick={() => void make()} sx={{ mt: 2 }}>
        {busy ? 'Asking…' : 'Make it'}
      </Button>
    </Section>
  );
}

/** What is written by people in the report that is chosen, before it is asked for. */
function MissingInAsked({ asked: { academicYear, regionId } }: { asked: Asked }) {
  const { data: narrative } = useQuery(narrativeQuery(academicYear));
  const regions = useRegions().filter(({ id }) => regionId === '' || id === regionId);
  const written = NARRATIVE_FIELDS.map((field) => narrative?.[field] ?? '');
  return (
    <Box role="status">
      <MissingInPdf characters={missingInPdf([...written, ...regions.map(({ name }) => name)])} />
    </Box>
  );
}

interface PeriodProps {
  asked: Asked;
  onChange: (part: Partial<Asked>) => void;
}

function Period({ asked, onChange }: PeriodProps) {
  const years = useYears().filter((year) => year <= academicYearOf(today()));
  const regions = useRegions();
  const hasDay = asked.kind !== 'workbook';
  return (
    <>
      <Choice
        label="Academic year"
        {...(asked.kind === 'workbook' && { all: 'All years' })}
        value={asked.academicYear}
        choices={namedChoices(years)}
        onChange={(academicYear) => onChange({ academicYear })}
      />
      <Choice
        label="Region"
        all="The whole hub"
        value={asked.regionId}
        choices={regions}
        onChange={(regionId) => onChange({ regionId })}
      />
      {hasDay && (
        <DayField
          label="As of"
          value={asked.asOf}
          onChange={(asOf) => onChange({ asOf })}
          helperText="Left open: today, or the year’s last day"
          sx={{ width: { xs: '100%', sm: 220 }, my: 0 }}
        />
      )}
    </>
  );
}

function Template({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const { data = [] } = useQuery({
    queryKey: TEMPLATES,
    queryFn: ({ signal }) => readTemplates(signal),
  });
  return (
    <Choice
      label="Columns"
      all={data.length === 0 ? 'No template yet' : 'Choose a template'}
      value={value}
      choices={data}
      onChange={onChange}
    />
  );
}

function faultOf(asked: Asked): string | null {
  if (asked.kind === 'by_school' && asked.templateId === '') {
    return 'Choose the columns: a template. They are made under “Templates”.';
  }
  if (asked.asOf !== '' && !isDay(asked.asOf)) return `Write the day like ${exampleDays(today())}.`;
  const { templateId, ...request } = requestOf(asked);
  const columns = templateId === undefined ? undefined : ['name'];
  return reportFaults({ ...request, columns }, today())[0]?.message ?? null;
}

/** What is left open is not sent. */
function requestOf({ kind, format, academicYear, asOf, regionId, templateId }: Asked): NewReport {
  return {
    kind,
    format,
    ...(academicYear && { academicYear }),
    ...(asOf && kind !== 'workbook' && { asOf }),
    ...(regionId && { regionId }),
    ...(kind === 'by_school' && templateId && { templateId }),
  };
}
