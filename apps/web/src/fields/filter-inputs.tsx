import { SelectInput, TextInput, type SelectInputProps, type TextInputProps } from 'react-admin';

interface FilterSelectProps extends SelectInputProps {
  /** What the choice of nothing says: `All regions`. */
  all: string;
}

/** One of a few to narrow a list by; the menu begins with all of them by name. */
export function FilterSelect({ all, ...props }: FilterSelectProps) {
  return <SelectInput emptyText={all} {...props} />;
}

/** Where a list is searched. Its label stays above: a search may come with an address. */
export function FilterSearch(props: TextInputProps) {
  return (
    <TextInput type="search" resettable slotProps={{ inputLabel: { shrink: true } }} {...props} />
  );
}
