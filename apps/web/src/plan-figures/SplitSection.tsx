import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { PlanFiguresQuery, PlanSplit, PlanSplitGroup } from '@tracker/contract';
import {
  COUNTED_FIELDS,
  COUNTED_PLAN_FIELDS,
  HOUR_STAGES,
  KEY_STAGES,
  NOT_STATED,
  partInWords,
  PLAN_SPLITS,
  type PlanSplitBy,
} from '@tracker/domain';
import { FiguresTable } from '../charts';
import { Choice } from '../fields/Choice';
import { FSM_BAND_WORDS, NOT_RECORDED } from '../fields/words';
import { Section } from '../layout/Section';
import { FactLink, groupFilter } from './FactLink';

const BY_WORDS: Record<PlanSplitBy, string> = {
  region: 'Region',
  phase: 'Phase',
  fsmBand: 'Free school meals',
};
/** More would not fit beside each other. */
const MOST_COLUMNS = 5;

const FIELD_CHOICES = COUNTED_PLAN_FIELDS.filter((field) => field !== 'plan').flatMap((field) => {
  const { words, parts } = COUNTED_FIELDS[field];
  if (parts !== 'keyStage') return [{ id: String(field), name: words }];
  const stages: readonly string[] = field === 'hour' ? HOUR_STAGES : KEY_STAGES;
  return stages.map((part) => ({
    id: `${field}:${part}`,
    name: `${words}, ${partInWords(part).toLowerCase()}`,
  }));
});

interface SplitSectionProps {
  split: PlanSplit;
  onChange: (change: PlanFiguresQuery) => void;
}

/** One field of the groups of schools side by side. */
export function SplitSection({ split, onChange }: SplitSectionProps) {
  const { by, field, part, groups } = split;
  const chosen = COUNTED_FIELDS[field].parts === 'keyStage' ? `${field}:${part}` : field;
  const values = valuesOf(groups);
  const isMinutes = field === 'minutesPerWeek';
  const rows = groups.map((group) => {
    const words = labelOf(by, group);
    const link = (value: string, schools: number) => (
      <FactLink
        key={value}
        fact={{ field, part, value }}
        schools={schools}
        group={{ filter: groupFilter(by, group), words }}
      />
    );
    return {
      key: group.key ?? '',
      cells: [
        words,
        group.confirmed.toLocaleString('en-GB'),
        ...values.map(({ value }) => link(value, countOf(group, value))),
        link(NOT_STATED, group.notStated),
        ...(isMinutes ? [group.median === null ? '–' : String(group.median)] : []),
      ],
    };
  });
  return (
    <Section title="Side by side">
      <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, my: 1.5 }}>
        <Choice
          label="What"
          wide
          value={chosen}
          choices={FIELD_CHOICES}
          onChange={(next) => onChange({ field: next })}
        />
        <Choice
          label="By"
          value={by}
          choices={PLAN_SPLITS.map((id) => ({ id, name: BY_WORDS[id] }))}
          onChange={(next) => onChange({ by: next as PlanSplitBy })}
        />
      </Box>
      <Typography variant="h3" sx={{ mb: 0.5 }}>
        {FIELD_CHOICES.find(({ id }) => id === chosen)?.name}, by {BY_WORDS[by].toLowerCase()}
      </Typography>
      <FiguresTable
        caption={`${COUNTED_FIELDS[field].words} by ${BY_WORDS[by].toLowerCase()}`}
        head={[
          ...[BY_WORDS[by], 'Confirmed plans', ...values.map(({ label }) => label), 'Not stated'],
          ...(isMinutes ? ['Median minutes'] : []),
        ]}
        rows={rows}
      />
    </Section>
  );
}

const countOf = ({ values }: PlanSplitGroup, value: string): number =>
  values.find((one) => one.value === value)?.schools ?? 0;

/** The values that most schools say, over all groups. */
function valuesOf(groups: readonly PlanSplitGroup[]) {
  const labels = new Map(
    groups.flatMap(({ values }) => values.map((one) => [one.value, one.label])),
  );
  const all = [...labels].map(([value, label]) => ({
    ...{ value, label },
    schools: groups.reduce((sum, group) => sum + countOf(group, value), 0),
  }));
  // Few have an order of their own, in which they came.
  if (all.length <= MOST_COLUMNS) return all;
  return all.sort((a, b) => b.schools - a.schools).slice(0, MOST_COLUMNS);
}

function labelOf(by: PlanSplitBy, { key, label }: PlanSplitGroup): string {
  if (by === 'fsmBand') return FSM_BAND_WORDS[key as keyof typeof FSM_BAND_WORDS] ?? NOT_RECORDED;
  return label ?? (by === 'region' ? 'No region' : NOT_RECORDED);
}
