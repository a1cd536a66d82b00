import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { PlanFieldFigures } from '@tracker/contract';
import { NOT_STATED } from '@tracker/domain';
import { FiguresTable } from '../charts';
import { Section } from '../layout/Section';
import { FactLink } from './FactLink';

/** Fields that say one of a few things, a small table each. */
export function FieldTables({ fields }: { fields: readonly PlanFieldFigures[] }) {
  return (
    <Section title="What else plans say">
      <Box sx={TABLES}>
        {fields.map(({ field, label, notStated, parts }) => (
          <Box key={field} sx={{ breakInside: 'avoid' }}>
            <Typography variant="h3" sx={{ mb: 0.5 }}>
              {label}
            </Typography>
            <FiguresTable
              caption={label}
              head={['The plan says', 'Schools']}
              rows={[
                ...(parts[0]?.values ?? []),
                { value: NOT_STATED, label: 'Not stated', schools: notStated },
              ].map(({ value, label: words, schools }) => ({
                key: value,
                cells: [
                  words,
                  <FactLink key="schools" fact={{ field, part: '', value }} schools={schools} />,
                ],
              }))}
            />
          </Box>
        ))}
      </Box>
    </Section>
  );
}

const TABLES = {
  ...{ display: 'grid', columnGap: 4, rowGap: 3, alignItems: 'start' },
  gridTemplateColumns: {
    xs: 'minmax(0, 1fr)',
    sm: 'repeat(2, minmax(0, 1fr))',
    lg: 'repeat(3, minmax(0, 1fr))',
  },
} as const;
