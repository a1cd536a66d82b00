import { useState } from 'react';
import { TextInput, useDataProvider, useGetList, useNotify, useRefresh } from 'react-admin';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { OutcomeTag } from '@tracker/contract';
import { LIMITS, type OutcomeTagKind } from '@tracker/domain';
import { useSaveWithConflicts } from '../conflicts/use-conflicts';
import { FormDialog } from '../fields/FormDialog';
import { writtenUpTo } from '../fields/written';
import { Failure } from '../layout/Failure';
import { Section } from '../layout/Section';
import { Waiting } from '../layout/Waiting';
import { keyByBody } from '../providers/idempotency';

const KINDS: readonly { kind: OutcomeTagKind; title: string; one: string }[] = [
  { kind: 'strength', title: 'Strengths', one: 'strength' },
  { kind: 'need', title: 'Needs', one: 'need' },
];

type Open = { kind: OutcomeTagKind; tag: OutcomeTag | null };

/** What visitors may tick when they log a visit. */
export default function TagSettings() {
  const [open, setOpen] = useState<Open | null>(null);
  const { data, error, refetch } = useGetList<OutcomeTag>('outcome-tags', {
    pagination: { page: 1, perPage: 500 },
    sort: { field: 'label', order: 'ASC' },
  });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting words="Loading the strengths and needs…" />;
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {KINDS.map(({ kind, title, one }) => (
        <Section
          key={kind}
          title={title}
          action={<Button onClick={() => setOpen({ kind, tag: null })}>Add a {one}</Button>}
        >
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {data
              .filter((tag) => tag.kind === kind)
              .map((tag) => (
                <TagRow key={tag.id} tag={tag} onChange={() => setOpen({ kind, tag })} />
              ))}
          </Box>
        </Section>
      ))}
      {open && <TagDialog {...open} onClose={() => setOpen(null)} />}
    </Box>
  );
}

function TagRow({ tag, onChange }: { tag: OutcomeTag; onChange: () => void }) {
  const save = useSaveTag();
  const { label, active } = tag;
  return (
    <Box
      component="li"
      sx={{
        ...{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1, minHeight: 44 },
        py: { xs: 0.75, sm: 0 },
      }}
    >
      <Typography
        sx={{
          flex: { xs: '1 1 100%', sm: '1 1 12rem' },
          color: active ? undefined : 'text.secondary',
        }}
      >
        {label}
        {!active && ' (hidden)'}
      </Typography>
      <Box sx={{ display: 'flex', gap: 1, ml: -0.5 }}>
        <Button size="small" aria-label={`Rename ${label}`} onClick={onChange}>
          Rename…
        </Button>
        <Button
          size="small"
          aria-label={active ? `Hide ${label}` : `Show again: ${label}`}
          onClick={() => void save(tag, { label, active: !active })}
        >
          {active ? 'Hide' : 'Show again'}
        </Button>
      </Box>
    </Box>
  );
}

function useSaveTag() {
  const dataProvider = useDataProvider();
  const saveWithConflicts = useSaveWithConflicts();
  const notify = useNotify();
  const refresh = useRefresh();
  return async (tag: OutcomeTag, values: { label: string; active: boolean }) => {
    const saved = await saveWithConflicts({
      title: `${tag.label}`,
      fields: [
        { name: 'label', label: 'Name' },
        { name: 'active', label: 'Offered' },
      ],
      values,
      original: { label: tag.label, active: tag.active },
      version: tag.version,
      save: (data, version) =>
        dataProvider.update<OutcomeTag>('outcome-tags', {
          id: tag.id,
          data: { ...data, version },
          previousData: tag,
        }),
    });
    if (saved === false) return false;
    notify(`${values.label} saved.`, { type: 'success' });
    refresh();
    return true;
  };
}

function TagDialog({ kind, tag, onClose }: Open & { onClose: () => void }) {
  const dataProvider = useDataProvider();
  const save = useSaveTag();
  const [keyOf] = useState(keyByBody);
  const notify = useNotify();
  const refresh = useRefresh();
  const submit = async ({ label }: { label: string }) => {
    if (tag) return save(tag, { label, active: tag.active });
    const data = { kind, label };
    await dataProvider.create('outcome-tags', { data, meta: { idempotencyKey: keyOf(data) } });
    notify(`${label} added.`, { type: 'success' });
    refresh();
    return true;
  };
  return (
    <FormDialog<{ label: string }>
      title={tag ? `Rename ${tag.label}` : `Add a ${kind}`}
      consequence={
        tag
          ? 'Visits that have it show the new name.'
          : 'Visitors can tick it from now on; on a tablet without a signal once it has one.'
      }
      submitWords="Save"
      defaultValues={{ label: tag?.label ?? '' }}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        source="label"
        label="Name"
        validate={writtenUpTo(LIMITS.tag.label, 'Please give it a name.')}
        helperText={false}
      />
    </FormDialog>
  );
}
