/** Where fields of the register are shown as they are. */
export type RegisterPlace = 'page' | 'brief' | 'export' | 'figures';

/** How a value is written: in the file, on a screen and in a sheet. */
export type RegisterKind = 'text' | 'day' | 'pupils' | 'percent' | 'metres';

export interface RegisterField {
  /** Titles its column goes by in the files, the preferred one first. */
  titles: readonly string[];
  /** Without an essential column the file cannot be read at all. */
  essential?: true;
  kind: RegisterKind;
  label: string;
  /** Its name in the audit trail, where the label does not say enough there. */
  audited?: string;
  /** A blank cell says that there is none; of other fields it says nothing, and what is known stays. */
  blankIsNone?: true;
  /** Read from the file alone, or kept and not given to the screens. */
  kept?: 'not' | 'inside';
  shown?: readonly RegisterPlace[];
}

/**
 * What the register says of a school beside its URN, in the order in which it is shown. Titles are
 * those of GIAS: the full extract `edubasealldata` (135 columns), the "state-funded school fields"
 * file (33 columns), and the lower-case layout some services give the same register in.
 */
export const REGISTER_FIELDS = {
  name: {
    titles: ['EstablishmentName', 'name'],
    essential: true,
    kind: 'text',
    label: 'School',
    audited: 'Name',
    shown: ['export', 'figures'],
  },
  phase: {
    titles: ['PhaseOfEducation (name)', 'phase_name'],
    kind: 'text',
    label: 'Phase',
    shown: ['page', 'brief', 'export', 'figures'],
  },
  // Essential because a school's type alone says whether it is state-funded, and so in scope.
  establishmentType: {
    titles: ['TypeOfEstablishment (name)', 'establishment_type_name'],
    essential: true,
    kind: 'text',
    label: 'Type',
    audited: 'Establishment type',
    shown: ['page', 'brief', 'export', 'figures'],
  },
  establishmentGroup: {
    titles: ['EstablishmentTypeGroup (name)'],
    kind: 'text',
    label: 'Group of types',
    kept: 'not',
  },
  status: {
    titles: ['EstablishmentStatus (name)', 'establishment_status_name'],
    essential: true,
    kind: 'text',
    label: 'Status',
    shown: ['export'],
  },
  openedOn: { titles: ['OpenDate'], kind: 'day', label: 'Opened', audited: 'Opening day' },
  /** Of a school that is still open, the day it is going to close. */
  closedOn: {
    titles: ['CloseDate', 'close_date'],
    kind: 'day',
    label: 'Closed',
    audited: 'Closing day',
    blankIsNone: true,
  },
  laCode: {
    titles: ['LA (code)', 'la_code'],
    kind: 'text',
    label: 'Local authority code',
    kept: 'inside',
  },
  laName: {
    titles: ['LA (name)', 'la_name'],
    kind: 'text',
    label: 'Local authority',
    kept: 'inside',
  },
  district: {
    titles: ['DistrictAdministrative (name)'],
    kind: 'text',
    label: 'District',
    shown: ['page', 'export', 'figures'],
  },
  street: {
    titles: ['Street', 'address_1'],
    kind: 'text',
    label: 'Street',
    blankIsNone: true,
    shown: ['export'],
  },
  locality: {
    titles: ['Locality', 'address_2'],
    kind: 'text',
    label: 'Locality',
    blankIsNone: true,
    kept: 'inside',
  },
  town: {
    titles: ['Town'],
    kind: 'text',
    label: 'Town',
    blankIsNone: true,
    shown: ['export', 'figures'],
  },
  county: {
    titles: ['County (name)', 'county'],
    kind: 'text',
    label: 'County',
    blankIsNone: true,
    kept: 'inside',
  },
  postcode: {
    titles: ['Postcode'],
    kind: 'text',
    label: 'Postcode',
    blankIsNone: true,
    shown: ['export', 'figures'],
  },
  /** Metres on the British National Grid; a file gives both or neither. */
  easting: { titles: ['Easting'], kind: 'metres', label: 'Easting' },
  northing: { titles: ['Northing'], kind: 'metres', label: 'Northing' },
  /** On roll. */
  pupils: {
    titles: ['NumberOfPupils', 'number_of_pupils'],
    kind: 'pupils',
    label: 'Pupils',
    shown: ['page', 'brief', 'export', 'figures'],
  },
  /** Eligible for free school meals, of the roll, to one decimal. */
  fsmPercent: {
    titles: ['PercentageFSM'],
    kind: 'percent',
    label: 'Free school meals',
    shown: ['page', 'brief', 'export', 'figures'],
  },
  trust: {
    titles: ['Trusts (name)'],
    kind: 'text',
    label: 'Trust',
    blankIsNone: true,
    shown: ['page', 'brief', 'export', 'figures'],
  },
  website: { titles: ['SchoolWebsite'], kind: 'text', label: 'Website', blankIsNone: true },
  telephone: { titles: ['TelephoneNum'], kind: 'text', label: 'Telephone', blankIsNone: true },
} as const satisfies Record<string, RegisterField>;

type Fields = typeof REGISTER_FIELDS;
export type RegisterKey = keyof Fields;

/** Fields of which some flag is set as told. */
type KeysWith<Flag> = {
  [K in RegisterKey]: Fields[K] extends Flag ? K : never;
}[RegisterKey];

export type EssentialRegisterKey = KeysWith<{ essential: true }>;
export type PassingRegisterKey = KeysWith<{ blankIsNone: true }>;
/** Fields that stand in a column of `schools`. */
export type KeptRegisterKey = Exclude<RegisterKey, KeysWith<{ kept: 'not' }>>;
/** Fields that whoever reads a school is given. */
export type ServedRegisterKey = Exclude<RegisterKey, KeysWith<{ kept: 'not' | 'inside' }>>;
/** Fields shown in a place. */
export type RegisterKeyIn<Place extends RegisterPlace> = {
  [K in RegisterKey]: Fields[K] extends { shown: readonly (infer In)[] }
    ? Place extends In
      ? K
      : never
    : never;
}[RegisterKey];

export const isNumberKind = (kind: RegisterKind) =>
  kind === 'pupils' || kind === 'percent' || kind === 'metres';
type NumberKind = 'pupils' | 'percent' | 'metres';
export type RegisterValue<K extends RegisterKey> = Fields[K]['kind'] extends NumberKind
  ? number
  : string;

/** Every field by its key, with the flags it may have. */
export const REGISTER_ENTRIES = Object.entries(REGISTER_FIELDS) as [RegisterKey, RegisterField][];

const keysWhere = (wanted: (field: RegisterField) => boolean) =>
  REGISTER_ENTRIES.filter(([, field]) => wanted(field)).map(([key]) => key);

export const KEPT_REGISTER_KEYS = keysWhere(({ kept }) => kept !== 'not') as KeptRegisterKey[];
export const SERVED_REGISTER_KEYS = keysWhere(
  ({ kept }) => kept === undefined,
) as ServedRegisterKey[];

export const registerKeysIn = <Place extends RegisterPlace>(place: Place) =>
  keysWhere(({ shown }) => shown?.includes(place) === true) as RegisterKeyIn<Place>[];

/** The keys with that of the school's region, which no register gives, before its district. */
export const withRegion = <Key extends string, Region extends string>(
  keys: readonly Key[],
  region: Region,
): (Key | Region)[] =>
  keys.flatMap((key): (Key | Region)[] => (key === 'district' ? [region, key] : [key]));

/** Heading of a sheet's column and how a spreadsheet takes it. */
export function registerColumn(key: RegisterKey) {
  const { kind, label }: RegisterField = REGISTER_FIELDS[key];
  const heading = kind === 'percent' ? `${label}, %` : label;
  return {
    heading,
    kind: isNumberKind(kind) ? 'number' : kind === 'day' ? 'day' : 'text',
  } as const;
}

/** What the audit trail calls the fields. */
export const REGISTER_LABELS: Readonly<Record<string, string>> = Object.fromEntries(
  REGISTER_ENTRIES.map(([key, { kind, label, audited }]) => [
    key,
    audited ?? (kind === 'percent' ? `${label}, per cent` : label),
  ]),
);
