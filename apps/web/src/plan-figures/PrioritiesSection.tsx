import { useContext } from 'react';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import type { CountedTag, PlanFieldFigures } from '@tracker/contract';
import { NOT_STATED, plural } from '@tracker/domain';
import { Choice } from '../fields/Choice';
import { LabelBars } from '../labels/LabelBars';
import { Section } from '../layout/Section';
import { AskedContext, FactLink } from './FactLink';
import { PriorityTexts } from './PriorityTexts';
import { planFiguresPath, UNLABELLED } from './use-plan-figures-address';

interface PrioritiesSectionProps {
  figures: PlanFieldFigures;
  tags: readonly CountedTag[];
  /** Schools with a text that has no label. */
  unlabelled: number;
  /** Only texts with this label, or those without one. */
  tagId: string | undefined;
  onChange: (change: { tagId: string | undefined }) => void;
}

/** What schools want to do next, in their own words and by label. */
export function PrioritiesSection(props: PrioritiesSectionProps) {
  const { figures, tags, unlabelled, tagId, onChange } = props;
  const { field, label, stated, notStated } = figures;
  const without = { id: UNLABELLED, label: 'Without a label', schools: unlabelled };
  return (
    <Section title={label}>
      <Typography sx={{ mb: 1, color: 'text.secondary' }}>
        <FactLink fact={{ field, part: '', value: 'stated' }} schools={stated} />{' '}
        {stated === 1 ? 'says' : 'say'} what,{' '}
        <FactLink fact={{ field, part: '', value: NOT_STATED }} schools={notStated} />{' '}
        {notStated === 1 ? 'does' : 'do'} not say.
      </Typography>
      {tags.length > 0 && (
        <LabelBars
          question={label}
          tags={tags}
          besides={[without]}
          number={(tag) => <TagLink tag={tag} />}
        />
      )}
      {(tags.length > 0 || tagId !== undefined) && (
        <Box sx={{ my: 1.5 }} className="no-print">
          <Choice
            label="Label"
            all="All texts"
            value={tagId ?? ''}
            choices={[...tags, without].map(({ id, label: name, schools }) => ({
              id,
              name: `${name} (${schools})`,
            }))}
            onChange={(next) => onChange({ tagId: next || undefined })}
          />
        </Box>
      )}
      {stated > 0 && <PriorityTexts key={tagId} tagId={tagId} />}
    </Section>
  );
}

/** The number of a label, which shows the texts that have it. */
function TagLink({ tag: { id, label, schools } }: { tag: CountedTag }) {
  const asked = useContext(AskedContext);
  const figure = schools.toLocaleString('en-GB');
  if (asked === null) return <>{figure}</>;
  return (
    <Link
      component={RouterLink}
      to={planFiguresPath({ ...asked, tagId: id })}
      aria-label={`${plural(schools, 'school')}: ${id === UNLABELLED ? 'texts without a label' : `label “${label}”`}`}
    >
      {figure}
    </Link>
  );
}
