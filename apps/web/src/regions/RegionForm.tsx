import { AutocompleteArrayInput, TextInput, useGetList } from 'react-admin';
import type { Region } from '@tracker/contract';
import { LIMITS } from '@tracker/domain';
import { StaffInput } from '../fields/inputs';
import { useFacets } from '../fields/use-facets';
import { writtenUpTo } from '../fields/written';
import { RecordForm } from '../records/RecordForm';
import { REGIONS } from './region-words';

const HINT = 'As the register writes them; a district belongs to one region at most';
const NO_REGISTER = 'There are no districts yet: they come with the school register';
const NO_DISTRICTS =
  'The register names no districts: import the full register (edubasealldata), or set regions by town or postcode in the list of schools';

export type RegionValues = Pick<Region, 'name' | 'districts' | 'leadUserId'>;

interface RegionFormProps {
  region: Region | null;
  onSave: (values: RegionValues) => Promise<unknown>;
}

/** Name, districts and lead of a region. */
export function RegionForm({ region, onSave }: RegionFormProps) {
  const { choices, hint } = useDistrictChoices(region);
  const first = {
    name: region?.name ?? '',
    districts: region?.districts ?? [],
    leadUserId: region?.leadUserId ?? '',
  };
  return (
    <RecordForm<RegionValues>
      {...REGIONS}
      first={first}
      valuesOf={({ name, districts, leadUserId }) => ({
        name,
        districts: districts ?? [],
        leadUserId: leadUserId || null,
      })}
      onSave={onSave}
    >
      <TextInput
        source="name"
        label="Name"
        validate={writtenUpTo(LIMITS.region.name, 'Please give a name.')}
        helperText={false}
      />
      <AutocompleteArrayInput
        source="districts"
        label="Districts"
        choices={choices}
        helperText={hint}
      />
      <StaffInput source="leadUserId" label="Who leads it" helperText={false} />
    </RecordForm>
  );
}

/** All districts, with the region each of them is in where that is another one. */
function useDistrictChoices(region: Region | null): {
  choices: { id: string; name: string }[];
  hint: string;
} {
  const { districts, phases, known } = useFacets();
  const { data } = useGetList<Region>('regions', {
    pagination: { page: 1, perPage: 200 },
    sort: { field: 'name', order: 'ASC' },
  });
  const owner = new Map(
    (data ?? []).flatMap((each) => each.districts.map((district) => [district, each] as const)),
  );
  const all = [...new Set([...districts, ...(region?.districts ?? [])])].sort();
  const choices = all.map((district) => {
    const holder = owner.get(district);
    const elsewhere = holder && holder.id !== region?.id ? ` (now in ${holder.name})` : '';
    return { id: district, name: `${district}${elsewhere}` };
  });
  if (choices.length > 0 || !known) return { choices, hint: HINT };
  return { choices, hint: phases.length > 0 ? NO_DISTRICTS : NO_REGISTER };
}
