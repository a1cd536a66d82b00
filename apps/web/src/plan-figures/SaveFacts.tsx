import { saveExport } from '../fields/save-export';
import { SaveFigures } from '../fields/SaveFigures';
import type { PlanFiguresAddress } from './use-plan-figures-address';

/** What plans say, a school a row. */
export function SaveFacts({ asked }: { asked: PlanFiguresAddress }) {
  const { academicYear, regionId, phase, fsmBand } = asked;
  const filter = { academicYear, regionId, phase, fsmBand };
  return (
    <SaveFigures
      save={(format, signal) => saveExport({ list: 'plan-facts', format, filter }, signal)}
      savedWords="What plans say is saved, a school a row."
    />
  );
}
