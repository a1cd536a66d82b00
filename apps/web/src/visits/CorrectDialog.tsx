import { useState } from 'react';
import {
  AutocompleteArrayInput,
  SelectInput,
  TextInput,
  useDataProvider,
  useGetList,
  useNotify,
  useRefresh,
} from 'react-admin';
import type { OutcomeFields, OutcomeTag, Visit, VisitOutcome } from '@tracker/contract';
import {
  checkVisitedOn,
  ENGAGEMENT_LEVELS,
  engagementInWords,
  type OutcomeTagKind,
  peopleMetInWords,
} from '@tracker/domain';
import { useAsOpened } from '../conflicts/use-as-opened';
import { useSaveWithConflicts } from '../conflicts/use-conflicts';
import { DayInput } from '../fields/DayInput';
import { FormDialog } from '../fields/FormDialog';
import { upTo, writtenUpTo } from '../fields/written';
import type { TrackerDataProvider } from '../providers/data-provider';
import { keyByBody } from '../providers/idempotency';
import { today } from '../providers/today';

type Corrected = Required<Omit<OutcomeFields, 'peopleMet' | 'survey'>>;
type Values = Corrected & { reason: string };

interface CorrectDialogProps {
  visit: Visit;
  outcome: VisitOutcome;
  onClose: () => void;
}

const FIELDS: { name: keyof Corrected; label: string }[] = [
  { name: 'visitedOn', label: 'Date visited' },
  { name: 'metWith', label: 'Who was met' },
  { name: 'summary', label: 'What was found' },
  { name: 'strengthTagIds', label: 'Strengths' },
  { name: 'strengths', label: 'More about what is strong' },
  { name: 'needTagIds', label: 'Needs' },
  { name: 'needs', label: 'More about what is needed' },
  { name: 'engagementLevel', label: 'Engagement' },
  { name: 'engagementReason', label: 'Why it is judged so' },
];

function asTyped({ visitedOn, outcome }: Visit): Corrected {
  const found = outcome as VisitOutcome;
  // What readers see as "met with" may be the people's names, which are not typed here.
  const typed = found.metWith !== peopleMetInWords(found.peopleMet) ? found.metWith : null;
  return {
    visitedOn: visitedOn ?? today(),
    metWith: typed,
    summary: found.summary,
    ...{ strengths: found.strengths, strengthTagIds: found.strengthTagIds },
    ...{ needs: found.needs, needTagIds: found.needTagIds },
    engagementLevel: found.engagementLevel,
    engagementReason: found.engagementReason,
  };
}

/** Puts right what was logged; everybody sees that, by whom and why. */
export default function CorrectDialog({ visit: present, onClose }: CorrectDialogProps) {
  const visit = useAsOpened(present);
  const original = useAsOpened(asTyped(visit));
  const dataProvider = useDataProvider<TrackerDataProvider>();
  const saveWithConflicts = useSaveWithConflicts();
  const [keyOf] = useState(keyByBody);
  const notify = useNotify();
  const refresh = useRefresh();
  const { data: tags = [] } = useGetList<OutcomeTag>('outcome-tags', {
    pagination: { page: 1, perPage: 500 },
    sort: { field: 'label', order: 'ASC' },
  });
  const choices = (kind: OutcomeTagKind, had: readonly string[]) =>
    tags.filter((tag) => tag.kind === kind && (tag.active || had.includes(tag.id)));
  const save = async ({ reason, ...typed }: Values) => {
    const saved = await saveWithConflicts({
      title: `Visit to ${visit.schoolName}`,
      fields: FIELDS,
      values: { ...typed, engagementLevel: typed.engagementLevel || null },
      original: { ...original },
      inseparable: [['engagementLevel', 'engagementReason']],
      version: visit.version,
      read: (current) => ({ ...asTyped(current as unknown as Visit) }),
      save: (values, version) => {
        const body = { ...values, version, reason };
        return dataProvider.correctVisit(visit.id, body, keyOf(body));
      },
    });
    if (saved === false) return false;
    notify('The log is corrected.', { type: 'success' });
    refresh();
    return true;
  };
  return (
    <FormDialog<Values>
      wide
      title={`Correct the log of ${visit.schoolName}`}
      consequence="The visit says from then on that it was corrected, by whom, when and why; what stood there before stays in its history. Another day ranks the school again."
      submitWords="Correct the log"
      defaultValues={{ ...original, reason: '' }}
      onSubmit={save}
      onClose={onClose}
    >
      <DayInput
        source="visitedOn"
        label="Date visited"
        required
        check={(day) => checkVisitedOn(day, today()) ?? undefined}
      />
      <TextInput
        source="metWith"
        label="Who was met, beside the people listed"
        validate={upTo(500)}
        helperText={false}
      />
      <TextInput
        source="summary"
        label="What was found"
        multiline
        minRows={4}
        validate={writtenUpTo(20_000, 'Please write a few words about what you found.')}
        helperText={false}
      />
      <AutocompleteArrayInput
        source="strengthTagIds"
        label="Strengths"
        choices={choices('strength', original.strengthTagIds)}
        optionText="label"
        helperText={false}
      />
      <TextInput
        source="strengths"
        label="More about what is strong"
        multiline
        helperText={false}
      />
      <AutocompleteArrayInput
        source="needTagIds"
        label="Needs"
        choices={choices('need', original.needTagIds)}
        optionText="label"
        helperText={false}
      />
      <TextInput source="needs" label="More about what is needed" multiline helperText={false} />
      <SelectInput
        source="engagementLevel"
        label="Engagement"
        emptyText="Left open"
        choices={ENGAGEMENT_LEVELS.map((id) => ({ id, name: engagementInWords(id) }))}
        helperText={false}
      />
      <TextInput
        source="engagementReason"
        label="Why it is judged so"
        multiline
        helperText={false}
      />
      <TextInput
        source="reason"
        label="Why is it corrected?"
        multiline
        minRows={2}
        validate={writtenUpTo(2000, 'Please say why it is corrected.')}
        helperText="Everybody who reads the visit sees it"
      />
    </FormDialog>
  );
}
