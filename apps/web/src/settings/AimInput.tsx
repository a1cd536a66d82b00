import { NumberInput } from 'react-admin';
import { isTarget, MOST_TARGET } from '@tracker/domain';

const FAULT = `Give a whole number from 0 to ${MOST_TARGET.toLocaleString('en-GB')}.`;

/** A number to aim at. */
export function AimInput({ source, label }: { source: string; label: string }) {
  return (
    <NumberInput
      source={source}
      label={label}
      min={0}
      max={MOST_TARGET}
      step={1}
      helperText={false}
      validate={(value: unknown) => (isTarget(value) ? undefined : FAULT)}
    />
  );
}
