import { Choice } from './Choice';
import { useRegions } from './RegionName';
import { namedChoices, useFacets } from './use-facets';
import { choicesOf, FSM_BAND_WORDS } from './words';

/** Which schools figures are of; what is left out is all of them. */
export interface SchoolGroup {
  regionId?: string;
  phase?: string;
  fsmBand?: string;
}

interface SchoolGroupChoicesProps {
  asked: SchoolGroup;
  onChange: (change: SchoolGroup) => void;
}

export function SchoolGroupChoices({ asked, onChange }: SchoolGroupChoicesProps) {
  const regions = useRegions();
  const { phases } = useFacets();
  const set = (name: keyof SchoolGroup) => (value: string) =>
    onChange({ [name]: value || undefined });
  return (
    <>
      <Choice
        label="Region"
        all="The whole hub"
        value={asked.regionId ?? ''}
        choices={regions}
        onChange={set('regionId')}
      />
      <Choice
        label="Phase"
        all="All phases"
        value={asked.phase ?? ''}
        choices={namedChoices(phases)}
        onChange={set('phase')}
      />
      <Choice
        label="Free school meals"
        all="All bands"
        value={asked.fsmBand ?? ''}
        choices={choicesOf(FSM_BAND_WORDS)}
        onChange={set('fsmBand')}
      />
    </>
  );
}
