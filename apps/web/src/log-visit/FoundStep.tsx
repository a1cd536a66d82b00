import { useId } from 'react';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import Button from '@mui/material/Button';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import { ENGAGEMENT_LEVELS, engagementInWords, type EngagementLevel } from '@tracker/domain';
import { Text, Ticks } from '../fields/plain-inputs';
import type { StepProps } from './step-props';

/** What one found: in words, as strengths and needs, and how engaged the school is. */
export function FoundStep({ typed, change, scene, errors }: StepProps) {
  const tagsOf = (kind: 'strength' | 'need') =>
    scene.tags.filter((tag) => tag.kind === kind).map(({ id, label }) => ({ id, name: label }));
  const tagError = (kind: string) =>
    Object.entries(errors).find(([field]) => field.startsWith(`${kind}TagIds`))?.[1];
  return (
    <>
      <Text
        name="summary"
        label="What you found"
        required
        multiline
        minRows={5}
        value={typed.summary}
        onChange={(summary) => change({ summary })}
        error={errors.summary}
        helperText="What somebody who was not there should know"
      />
      <Ticks
        legend="Strengths"
        name="strengthTagIds"
        choices={tagsOf('strength')}
        chosen={typed.strengthTagIds}
        onChange={(strengthTagIds) => change({ strengthTagIds })}
        error={tagError('strength')}
      />
      <Text
        name="strengths"
        label="Other strengths"
        multiline
        minRows={2}
        value={typed.strengths}
        onChange={(strengths) => change({ strengths })}
        error={errors.strengths}
      />
      <Ticks
        legend="Needs"
        name="needTagIds"
        choices={tagsOf('need')}
        chosen={typed.needTagIds}
        onChange={(needTagIds) => change({ needTagIds })}
        error={tagError('need')}
      />
      <Text
        name="needs"
        label="Other needs"
        multiline
        minRows={2}
        value={typed.needs}
        onChange={(needs) => change({ needs })}
        error={errors.needs}
      />
      <Engagement typed={typed} change={change} errors={errors} />
    </>
  );
}

function Engagement({ typed, change, errors }: Pick<StepProps, 'typed' | 'change' | 'errors'>) {
  const id = useId();
  const { engagementLevel: level } = typed;
  return (
    <>
      <FormControl error={Boolean(errors.engagementLevel)} sx={{ width: '100%', mt: 2 }}>
        <FormLabel id={id}>How engaged is the school?</FormLabel>
        <RadioGroup
          aria-labelledby={id}
          name="engagementLevel"
          value={level === null ? '' : String(level)}
          onChange={(_, value) => change({ engagementLevel: Number(value) as EngagementLevel })}
          sx={{ display: 'grid', gridTemplateColumns: { sm: '1fr 1fr' } }}
        >
          {ENGAGEMENT_LEVELS.map((each) => (
            <FormControlLabel
              key={each}
              value={String(each)}
              control={<Radio />}
              label={engagementInWords(each)}
              sx={{ minHeight: 44, mr: 0 }}
            />
          ))}
        </RadioGroup>
        {errors.engagementLevel && <FormHelperText>{errors.engagementLevel}</FormHelperText>}
      </FormControl>
      {level !== null && (
        <>
          <Text
            name="engagementReason"
            label="Reason for this rating"
            required
            multiline
            minRows={2}
            value={typed.engagementReason}
            onChange={(engagementReason) => change({ engagementReason })}
            error={errors.engagementReason}
          />
          <Button onClick={() => change({ engagementLevel: null, engagementReason: '' })}>
            Clear
          </Button>
        </>
      )}
    </>
  );
}
