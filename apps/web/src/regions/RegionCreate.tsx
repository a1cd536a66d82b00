import { RecordCreate } from '../records/RecordCreate';
import { RegionForm, type RegionValues } from './RegionForm';
import { REGIONS } from './region-words';

export default function RegionCreate() {
  return (
    <RecordCreate<RegionValues>
      {...REGIONS}
      form={(save) => <RegionForm region={null} onSave={save} />}
    />
  );
}
