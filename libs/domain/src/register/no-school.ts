import { isKnownEstablishmentType, isStateFunded } from '../school-scope';

/**
 * Children's centres stand in the register beside the schools, with numbers of five digits. A
 * number of five digits at a school is a mistyped one, and is not passed over.
 */
export function isNoSchool(urn: string, establishmentType = ''): boolean {
  if (!/^[1-9]\d{4}$/.test(urn)) return false;
  if (/^children['’`]?s centre/i.test(establishmentType)) return true;
  return !isStateFunded(establishmentType) && !isKnownEstablishmentType(establishmentType);
}
