export type SchoolStatus = 'open' | 'closing' | 'closed' | 'proposed';
export const SCHOOL_STATUSES: readonly SchoolStatus[] = ['open', 'closing', 'closed', 'proposed'];
/** Pupils go there now, though it may be about to close. */
export const OPEN_SCHOOL_STATUSES: readonly SchoolStatus[] = ['open', 'closing'];

/** Rule 3: open, or open but proposed to close, and state-funded. */
export function isInScope(school: { status: SchoolStatus; stateFunded: boolean }): boolean {
  return school.stateFunded && (school.status === 'open' || school.status === 'closing');
}

/**
 * The register's types of establishment that are state-funded, as `TypeOfEstablishment (name)`
 * writes them, by whether the score treats them as special or alternative provision. The register
 * has written a few of them in two ways over the years; both are here.
 */
const STATE_FUNDED = {
  mainstream: [
    'Community school',
    'Voluntary aided school',
    'Voluntary controlled school',
    'Foundation school',
    'City technology college',
    'Local authority nursery school',
    'LA nursery school',
    'Academy sponsor led',
    'Academy converter',
    'Academy 16-19 converter',
    'Academy 16 to 19 sponsor led',
    'Academy 16-19 sponsor led',
    'Academy secure 16 to 19',
    'Free schools',
    'Free schools 16 to 19',
    'Free schools - 16-19',
    'Studio schools',
    'University technical college',
    'Further education',
    'Sixth form centres',
  ],
  specialOrAlternative: [
    'Community special school',
    'Foundation special school',
    // Run by a charity, but its places are paid for by the state, and DfE counts it with them.
    'Non-maintained special school',
    'Academy special sponsor led',
    'Academy special converter',
    'Free schools special',
    'Special post 16 institution',
    'Pupil referral unit',
    'Academy alternative provision sponsor led',
    'Academy alternative provision converter',
    'Free schools alternative provision',
    'Free schools - alternative provision',
  ],
};

/**
 * Known types that are not state-funded schools: fee-paying, outside England, run by another
 * department, or no school at all. Listed so that a type missing here too is seen to be new.
 */
const NOT_STATE_FUNDED = [
  'Other independent school',
  'Other independent special school',
  'British schools overseas',
  'Online provider',
  'Higher education institutions',
  'Miscellaneous',
  'Offshore schools',
  'Welsh establishment',
  'Secure units',
  "Service children's education",
  'Institution funded by other government department',
  "Children's centre",
  "Children's centre linked site",
];

function tidy(type: string): string {
  return type.trim().replace(/\s+/g, ' ').replace(/[’`]/g, "'").toLowerCase();
}

const mainstream = new Set(STATE_FUNDED.mainstream.map(tidy));
const specialOrAlternative = new Set(STATE_FUNDED.specialOrAlternative.map(tidy));
const notStateFunded = new Set(NOT_STATE_FUNDED.map(tidy));

/**
 * Whether schools of this type (`TypeOfEstablishment (name)` of the register) are state-funded.
 * A type nobody has heard of is not: it would otherwise add to the schools that must be visited
 * without anyone having decided so. `isKnownEstablishmentType` tells the two apart.
 */
export function isStateFunded(establishmentType: string): boolean {
  const type = tidy(establishmentType);
  return mainstream.has(type) || specialOrAlternative.has(type);
}

/** Whether this type of establishment is one of the register's that the rules have a view on. */
export function isKnownEstablishmentType(establishmentType: string): boolean {
  return isStateFunded(establishmentType) || notStateFunded.has(tidy(establishmentType));
}

/** Whether this type is a special school, a pupil referral unit or alternative provision (rule 11). */
export function isAlternativeOrSpecial(establishmentType: string): boolean {
  const type = tidy(establishmentType);
  return specialOrAlternative.has(type) || type === 'other independent special school';
}
