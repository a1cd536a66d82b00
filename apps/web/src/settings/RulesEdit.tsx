import { useState } from 'react';
import { BooleanInput, CheckboxGroupInput, NumberInput, TextInput, useNotify } from 'react-admin';
import type { FieldValues } from 'react-hook-form';
import Box from '@mui/material/Box';
import { checkHubRules, rulesChangeInWords, SCHOOL_PHASES } from '@tracker/domain';
import type { HubSettings } from '@tracker/contract';
import { useAsOpened } from '../providers/use-as-opened';
import { useSaveWithConflicts } from '../conflicts/use-conflicts';
import { errorsOf } from '../fields/FormDialog';
import { FormProblem } from '../fields/FormProblem';
import { GuardedForm } from '../unsaved/GuardedForm';
import { SubmitButton } from '../fields/SubmitButton';
import { choicesOf, VISIT_KIND_WORDS } from '../fields/words';
import { Section } from '../layout/Section';
import { PointInputs } from './PointInputs';
import { RulesConsequence } from './RulesConsequence';

import { formOf, INSEPARABLE, RULES_IN_WORDS, type RulesForm, rulesOf } from './rules-form';
import { call } from '../providers/call';

interface RulesEditProps {
  settings: HubSettings;
  onSaved: () => void;
}

interface Question {
  sentences: readonly string[];
  answer: (goOn: boolean) => void;
}

export function RulesEdit({ settings: present, onSaved }: RulesEditProps) {
  const settings = useAsOpened(present);
  const saveWithConflicts = useSaveWithConflicts();
  const notify = useNotify();
  const [question, setQuestion] = useState<Question | null>(null);
  const agrees = (sentences: readonly string[]) =>
    new Promise<boolean>((resolve) => setQuestion({ sentences, answer: resolve })).finally(() =>
      setQuestion(null),
    );

  const save = async (typed: FieldValues) => {
    const rules = {
      ...rulesOf(typed as RulesForm),
      planWords: settings.planWords,
    };
    const faults = checkHubRules(rules);
    if (faults.length > 0) {
      const sentence = faults.map(({ message }) => message).join(' ');
      const fields = faults.map(({ field, message }) => [field, message]);
      return { ...Object.fromEntries(fields), root: { serverError: sentence } };
    }
    const sentences = rulesChangeInWords(settings, rules);
    if (sentences.length === 0) {
      notify('These are the rules as they are already.', { type: 'info' });
      return undefined;
    }
    if (!(await agrees(sentences))) return undefined;
    try {
      const saved = await saveWithConflicts({
        title: 'Rules of the hub',
        fields: RULES_IN_WORDS,
        values: formOf(rules),
        original: { ...formOf(settings) },
        inseparable: INSEPARABLE,
        version: settings.version,
        read: (current) => ({ ...formOf(current as unknown as HubSettings) }),
        save: (values, version) =>
          call('PUT /api/hub-settings', { body: { ...rulesOf(values), version } }),
      });
      if (!saved) return undefined;
      notify('Rules saved.', { type: 'success' });
      onSaved();
      return undefined;
    } catch (error) {
      return errorsOf(error);
    }
  };
  return (
    <GuardedForm onSubmit={save} defaultValues={formOf(settings)}>
      <FormProblem />
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Section title="Visits">
          <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { sm: '1fr 1fr' } }}>
            <NumberInput
              source="targetVisits"
              label="Visits aimed at in an academic year"
              helperText="Progress and forecast are measured against it"
              min={1}
              step={1}
            />
            <TextInput
              source="firstCycleStartsIn"
              label="First cycle starts in the academic year"
              helperText="For example 2024-25. A cycle lasts three years"
            />
          </Box>
          <CheckboxGroupInput
            source="kindsNotCounting"
            label="Kinds of visit that do not count"
            helperText="They stay on record, but the school still waits for a visit"
            choices={choicesOf(VISIT_KIND_WORDS)}
            row={false}
          />
        </Section>
        <Section title="Music development plans">
          <TextInput
            source="renewalEndsOn"
            label="Last year’s plan may be renewed until"
            helperText="For example 31 December. Until then it gives no points"
          />
          <CheckboxGroupInput
            source="phasesNotExpected"
            label="Phases without a plan"
            helperText="No plan is expected of them, so they are not looked at in the plan round"
            choices={SCHOOL_PHASES.map((name) => ({ id: name, name }))}
          />
          <BooleanInput
            source="fetchPlans"
            label="Fetch plans from schools’ own websites"
            helperText="Only when somebody captures a plan and asks for it. Otherwise the tracker gets nothing from websites"
          />
        </Section>
        <Section title="The plan of a year">
          <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { sm: '1fr 1fr' } }}>
            <NumberInput
              source="noticeDays"
              label="Days of notice that schools are given"
              helperText="The first visit proposed is so many days after the plan is made"
              min={0}
              step={1}
            />
            <NumberInput
              source="monthsBetween"
              label="Months between two visits of a school"
              helperText="No visit is proposed sooner after the last one that counted"
              min={0}
              step={1}
            />
            <NumberInput
              source="cancelPercent"
              label="Visits that fall through, per cent"
              helperText="So many more are booked. Leave it empty for the hub’s own share of the last two years, 12 until there are 100 bookings"
              min={0}
              max={50}
            />
            <NumberInput
              source="offerDays"
              label="Days for which offered days are kept"
              helperText="So long a school can answer, and nobody else is offered the place"
              min={1}
              max={60}
              step={1}
            />
          </Box>
          <BooleanInput
            source="remindSchools"
            label="Remind schools of a visit a week before"
            helperText="One email for each confirmed visit, with a link to say that the school cannot"
          />
        </Section>
        <Section title="Visitors’ calendars">
          <TextInput
            source="calendarHosts"
            label="Where visitors’ own calendars are read from"
            helperText="Names of hosts, separated by commas. A visitor may give the address of their published calendar; only the days on which they are busy are kept. Leave it empty and none is read"
          />
        </Section>
        <PointInputs newFactors={settings.newFactors} />
        <Box>
          <SubmitButton words="Save the rules…" />
        </Box>
      </Box>
      {question && <RulesConsequence sentences={question.sentences} onDone={question.answer} />}
    </GuardedForm>
  );
}
