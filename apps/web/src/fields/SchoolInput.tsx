import {
  AutocompleteInput,
  ReferenceInput,
  required,
  type AutocompleteInputProps,
} from 'react-admin';
import type { SchoolFilter } from '@tracker/contract';

interface SchoolInputProps extends Pick<AutocompleteInputProps, 'helperText' | 'optionText'> {
  source?: string;
  label?: string;
  /** Which schools there are to choose from. */
  filter?: SchoolFilter;
  /** Said when none is chosen; without it none need be. */
  missing?: string;
}

/** One school, found by a part of its name, the best match first. */
export function SchoolInput(props: SchoolInputProps) {
  const { source = 'schoolId', label = 'School', filter, missing, ...rest } = props;
  return (
    // Not by name but by how well it matches, once something is typed: see `sortAsked`.
    <ReferenceInput
      source={source}
      reference="schools"
      filter={filter}
      sort={{ field: 'name', order: 'ASC' }}
    >
      <AutocompleteInput
        label={label}
        filterToQuery={(q: string) => ({ q })}
        validate={missing === undefined ? undefined : required(missing)}
        {...rest}
      />
    </ReferenceInput>
  );
}
