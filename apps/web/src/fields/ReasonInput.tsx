import type { ReactNode } from 'react';
import type { SxProps } from '@mui/material/styles';
import { TextInput } from 'react-admin';
import { LIMITS } from '@tracker/domain';
import { writtenUpTo } from './written';

interface ReasonInputProps {
  label?: string;
  /** Said where nothing is written. */
  missing?: string;
  helperText?: ReactNode;
  sx?: SxProps;
}

/** Why something about a visit is changed; it must be given. */
export function ReasonInput({
  label = 'Why?',
  missing = 'Please give the reason.',
  helperText = false,
  sx,
}: ReasonInputProps) {
  return (
    <TextInput
      source="reason"
      label={label}
      multiline
      minRows={2}
      validate={writtenUpTo(LIMITS.visit.reason, missing)}
      helperText={helperText}
      sx={sx}
    />
  );
}
