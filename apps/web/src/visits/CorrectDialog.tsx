import { useState } from 'react';
import {
  AutocompleteArrayInput,
  SelectInput,
  TextInput,
  useGetList,
  useNotify,
  useRefresh,
} from 'react-admin';
import type { OutcomeFields, OutcomeTag, Visit, VisitOutcome } from '@tracker/contract';
import {
  checkVisitedOn,
  ENGAGEMENT_LEVELS,
  engagementInWords,
  type EngagementLevel,
  formatDay,
  type OutcomeTagKind,
  peopleMetInWords,
  sameValue,
  LIMITS,
} from '@tracker/domain';
import { type FieldWords, asItReads } from '../conflicts/conflict';
import { useAsOpened } from '../providers/use-as-opened';
import { useSaveWithConflicts } from '../conflicts/use-conflicts';
import { DayInput } from '../fields/DayInput';
import { FormDialog } from '../fields/FormDialog';
import { ReasonInput } from '../fields/ReasonInput';
import { upTo, writtenUpTo } from '../fields/written';
import type { PersonTyped } from '../on-device/device-log';
import { keyByBody } from '../providers/idempotency';
import { today } from '../providers/today';
import { metOf, typedOf } from './people-typed';
import { PeopleInput } from '../people-met/PeopleInput';
import { call } from '../providers/call';

type Corrected = Required<Omit<OutcomeFields, 'peopleMet' | 'survey'>> & { people: PersonTyped[] };
type Values = Corrected & { reason: string };

interface CorrectDialogProps {
  visit: Visit;
  outcome: VisitOutcome;
  onClose: () => void;
}

/** What may be corrected, in the words of whoever has to choose between two versions. */
function fieldsOf(tags: readonly OutcomeTag[]): (FieldWords & { name: keyof Corrected })[] {
  const labels = (ids: unknown) =>
    asItReads(tags.filter(({ id }) => (ids as string[]).includes(id)).map(({ label }) => label));
  return [
    { name: 'visitedOn', label: 'Date visited', inWords: (day) => formatDay(String(day)) },
    {
      name: 'people',
      label: 'People met',
      inWords: (people) => asItReads((people as PersonTyped[]).map(({ name }) => name)),
    },
    { name: 'metWith', label: 'Anyone else you met' },
    { name: 'summary', label: 'What was found', long: true },
    { name: 'strengthTagIds', label: 'Strengths', inWords: labels },
    { name: 'strengths', label: 'Other strengths', long: true },
    { name: 'needTagIds', label: 'Needs', inWords: labels },
    { name: 'needs', label: 'Other needs', long: true },
    {
      name: 'engagementLevel',
      label: 'Engagement',
      inWords: (level) => (level ? engagementInWords(level as EngagementLevel) : 'Left open'),
    },
    { name: 'engagementReason', label: 'Reason for this rating', long: true },
  ];
}

function asTyped({ visitedOn, outcome }: Visit): Corrected {
  const found = outcome as VisitOutcome;
  // What readers see as "met with" may be the people's names, which are not typed here.
  const typed = found.metWith !== peopleMetInWords(found.peopleMet) ? found.metWith : null;
  return {
    visitedOn: visitedOn ?? today(),
    people: found.peopleMet.map(typedOf),
    metWith: typed,
    summary: found.summary,
    ...{ strengths: found.strengths, strengthTagIds: found.strengthTagIds },
    ...{ needs: found.needs, needTagIds: found.needTagIds },
    engagementLevel: found.engagementLevel,
    engagementReason: found.engagementReason,
  };
}

const ticksOf = ({ strengthTagIds, needTagIds }: Corrected) => ({ strengthTagIds, needTagIds });

/** Puts right what was logged; everybody sees that, by whom and why. */
export default function CorrectDialog({ visit: present, onClose }: CorrectDialogProps) {
  const visit = useAsOpened(present);
  const original = useAsOpened(asTyped(visit));
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
      fields: fieldsOf(tags),
      values: { ...typed, engagementLevel: typed.engagementLevel || null },
      original: { ...original },
      inseparable: [['engagementLevel', 'engagementReason']],
      version: visit.version,
      read: (current) => ({ ...asTyped(current as unknown as Visit) }),
      save: ({ people, strengthTagIds, needTagIds, ...values }, version) => {
        const ticked = { strengthTagIds, needTagIds };
        const body = {
          ...values,
          // Lists that nobody touched are not written anew: each entry would stand in the history.
          ...(!sameValue(people, original.people) && { peopleMet: people.map(metOf) }),
          ...(!sameValue(ticked, ticksOf(original)) && ticked),
          version,
          reason,
        };
        return call('POST /api/visits/{id}/correct', {
          id: visit.id,
          body,
          idempotencyKey: keyOf(body),
        });
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
      <PeopleInput source="people" schoolId={visit.schoolId} />
      <TextInput
        source="metWith"
        label="Anybody else, in a few words"
        validate={upTo(LIMITS.visit.metWith)}
        helperText={false}
      />
      <TextInput
        source="summary"
        label="What was found"
        multiline
        minRows={4}
        validate={writtenUpTo(
          LIMITS.visit.summary,
          'Please write a few words about what you found.',
        )}
        helperText={false}
      />
      <AutocompleteArrayInput
        source="strengthTagIds"
        label="Strengths"
        choices={choices('strength', original.strengthTagIds)}
        optionText="label"
        helperText={false}
      />
      <TextInput source="strengths" label="Other strengths" multiline helperText={false} />
      <AutocompleteArrayInput
        source="needTagIds"
        label="Needs"
        choices={choices('need', original.needTagIds)}
        optionText="label"
        helperText={false}
      />
      <TextInput source="needs" label="Other needs" multiline helperText={false} />
      <SelectInput
        source="engagementLevel"
        label="Engagement"
        emptyText="Left open"
        choices={ENGAGEMENT_LEVELS.map((id) => ({ id, name: engagementInWords(id) }))}
        helperText={false}
      />
      <TextInput
        source="engagementReason"
        label="Reason for this rating"
        multiline
        helperText={false}
      />
      <ReasonInput
        label="Why is it corrected?"
        missing="Please say why it is corrected."
        helperText="Everybody who reads the visit sees it"
      />
    </FormDialog>
  );
}
