import { DISTRICTS, type District, type Town } from './places';

/** What a visit there is about. */
export type Setting = 'nursery' | 'primary' | 'secondary' | 'special' | 'alternative' | 'college';

/** A school before figures, dates and address are known. */
export interface PlannedSchool {
  name: string;
  setting: Setting;
  phase: string;
  establishmentType: string;
  district: District;
  town: Town;
  /** Village or null for a school in the town itself. */
  village: string | null;
  faith: 'anglican' | 'catholic' | null;
  /** How much of the usual roll of its kind it has. */
  rollOf:
    | 'village'
    | 'infant'
    | 'junior'
    | 'primary'
    | 'secondary'
    | 'nursery'
    | 'special'
    | 'pru'
    | 'college';
}

/** The county's towns, each as likely as it is large. */
export const TOWNS = DISTRICTS.flatMap((district) =>
  district.towns.map((town) => [{ district, town }, town.size] as const),
);

export function times<T>(count: number, make: () => T): T[] {
  return Array.from({ length: count }, make);
}
