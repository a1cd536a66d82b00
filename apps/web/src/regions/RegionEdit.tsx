import type { Region } from '@tracker/contract';
import { asItReads } from '../conflicts/conflict';
import { useStaff } from '../fields/inputs';
import { HistorySection } from '../history/HistorySection';
import { RecordEdit } from '../records/RecordEdit';
import { RegionForm, type RegionValues } from './RegionForm';
import { REGIONS } from './region-words';

export default function RegionEdit() {
  const staff = useStaff();
  return (
    <RecordEdit<Region, RegionValues>
      {...REGIONS}
      intro="Schools follow their district into the region, but for those whose region was set by hand."
      fields={[
        { name: 'name', label: 'Name' },
        { name: 'districts', label: 'Districts' },
        {
          name: 'leadUserId',
          label: 'Who leads it',
          inWords: (value) => asItReads(staff.find((person) => person.id === value)?.name),
        },
      ]}
      form={(region, save) => <RegionForm region={region} onSave={save} />}
      below={(region) => <HistorySection filter={{ regionId: region.id }} />}
    />
  );
}
