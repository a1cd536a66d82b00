import { TextInput, useNotify } from 'react-admin';
import { useQuery } from '@tanstack/react-query';
import type { FieldValues } from 'react-hook-form';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import {
  academicYearOf,
  checkPlanWords,
  type HubPlanWords,
  NAMED_LISTS,
  type NamedList,
  namesInNoList,
  PLAN_FIELD_WORDS,
  plural,
} from '@tracker/domain';
import type { HubSettings } from '@tracker/contract';
import { useSaveWithConflicts } from '../conflicts/use-conflicts';
import { errorsOf } from '../fields/FormDialog';
import { FormProblem } from '../fields/FormProblem';
import { SubmitButton } from '../fields/SubmitButton';
import { Failure } from '../layout/Failure';
import { Section } from '../layout/Section';
import { Waiting } from '../layout/Waiting';
import { call } from '../providers/call';
import { today } from '../providers/today';
import { useAsOpened } from '../providers/use-as-opened';
import { GuardedForm } from '../unsaved/GuardedForm';
import { NamedRows } from '../fields/NamedRows';
import {
  fromLists,
  LABELS,
  LISTS_IN_WORDS,
  listsOf,
  type PlanWordsForm,
  planWordsForm,
  planWordsOf,
  ROWS,
} from './plan-words-form';

/** The names by which plans are read, beside those that come with the tracker. */
export default function PlanWordsSettings() {
  const { data, error, refetch } = useQuery({
    queryKey: ['hub-settings'],
    queryFn: ({ signal }) => call('GET /api/hub-settings', { signal }),
    // Somebody may be typing: what is there now is asked for when they save.
    refetchOnWindowFocus: false,
  });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting words="Loading the names…" />;
  return <PlanWordsEdit key={data.version} settings={data} onSaved={() => void refetch()} />;
}

const ONE = {
  schemes: { one: 'scheme', article: 'a' },
  instruments: { one: 'instrument', article: 'an' },
  organisations: { one: 'organisation', article: 'an' },
} as const;

const MOST_OFFERED = 12;

/** What confirmed plans of this academic year name and no list has. */
function useOffered(words: HubPlanWords) {
  const academicYear = academicYearOf(today());
  const { data } = useQuery({
    queryKey: ['plan-figures', { academicYear }],
    queryFn: ({ signal }) => call('GET /api/plan-figures', { query: { academicYear }, signal }),
  });
  const named = (data?.facts?.fields ?? []).flatMap(({ field, parts }) =>
    parts.flatMap(({ values }) =>
      values.map(({ value, schools }) => ({ field, name: value, schools })),
    ),
  );
  const unknown = namesInNoList(named, words);
  const rowsOf = (list: NamedList) =>
    unknown[list].slice(0, MOST_OFFERED).map(({ name, schools }) => ({
      words: `${name} (${plural(schools, 'school')})`,
      row: { name, others: '' },
    }));
  return {
    schemes: rowsOf('schemes'),
    instruments: rowsOf('instruments'),
    organisations: rowsOf('organisations'),
  };
}

interface PlanWordsEditProps {
  settings: HubSettings;
  onSaved: () => void;
}

function PlanWordsEdit({ settings: present, onSaved }: PlanWordsEditProps) {
  const settings = useAsOpened(present);
  const saveWithConflicts = useSaveWithConflicts();
  const notify = useNotify();
  const offered = useOffered(settings.planWords);
  const save = async (typed: FieldValues) => {
    const words = planWordsOf(typed as PlanWordsForm, settings.planWords);
    const faults = checkPlanWords(words);
    if (faults.length > 0) return { root: { serverError: faults.join(' ') } };
    // The rules beside the names are sent as they are now.
    let rules = settings;
    try {
      const saved = await saveWithConflicts({
        title: 'Names in plans',
        fields: LISTS_IN_WORDS,
        values: listsOf(words),
        original: listsOf(settings.planWords),
        version: settings.version,
        read: (current) => {
          rules = current as unknown as HubSettings;
          return listsOf(rules.planWords);
        },
        save: (lists, version) =>
          call('PUT /api/hub-settings', {
            body: { ...rules, planWords: fromLists(lists), version },
          }),
      });
      if (!saved) return undefined;
      notify('Names saved. Documents captured from now on are read with these.', {
        type: 'success',
      });
      onSaved();
      return undefined;
    } catch (error) {
      return errorsOf(error);
    }
  };
  return (
    <GuardedForm onSubmit={save} defaultValues={planWordsForm(settings.planWords)}>
      <FormProblem />
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Typography color="text.secondary">
          The tracker knows many names already. Add those that schools here write in their music
          development plans. Documents captured from now on are read with these.
        </Typography>
        <Section title="The hub">
          <TextInput
            source="hubNames"
            label="Other names of the hub"
            helperText="Separated by commas: short forms, earlier names"
          />
        </Section>
        {ROWS.map((list) => (
          <Section key={list} title={NAMED_LISTS[list]}>
            <NamedRows
              source={list}
              {...ONE[list]}
              offered={offered[list]}
              columns="1fr 2fr"
              empty={{ name: '', others: '' }}
              row={(at, which) => (
                <>
                  <TextInput source={`${at}.name`} label={`Name of ${which}`} helperText={false} />
                  <TextInput
                    source={`${at}.others`}
                    label={`Other names of ${which}`}
                    helperText="Separated by commas"
                  />
                </>
              )}
            />
          </Section>
        ))}
        <Section title="Labels">
          <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
            What else schools write in front of a value, separated by commas.
          </Typography>
          <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { sm: '1fr 1fr' } }}>
            {LABELS.map((field) => (
              <TextInput
                key={field}
                source={`labels.${field}`}
                label={PLAN_FIELD_WORDS[field]}
                helperText={false}
              />
            ))}
          </Box>
        </Section>
        <Box>
          <SubmitButton words="Save the names" />
        </Box>
      </Box>
    </GuardedForm>
  );
}
