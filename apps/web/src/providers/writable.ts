import type {
  ContactChange,
  FollowUpActionChange,
  OutcomeTagChange,
  RecordVersion,
  RegionChange,
  SchoolChange,
} from '@tracker/contract';

type FieldsOf<Change extends RecordVersion> = Record<Exclude<keyof Change, 'version'>, true>;

/** What may be changed; everything else of a record is read only and must not be sent back. */
const WRITABLE = {
  schools: { notes: true, regionId: true, regionSetByHand: true } satisfies FieldsOf<SchoolChange>,
  contacts: {
    name: true,
    role: true,
    email: true,
    telephone: true,
  } satisfies FieldsOf<ContactChange>,
  regions: { name: true, districts: true, leadUserId: true } satisfies FieldsOf<RegionChange>,
  'outcome-tags': { label: true, active: true } satisfies FieldsOf<OutcomeTagChange>,
  'follow-up-actions': {
    title: true,
    detail: true,
    ownerId: true,
    dueOn: true,
    priority: true,
    status: true,
  } satisfies FieldsOf<FollowUpActionChange>,
};

type Fields = Record<string, unknown>;

const namesOf = (resource: string): readonly string[] | null =>
  resource in WRITABLE ? Object.keys(WRITABLE[resource as keyof typeof WRITABLE]) : null;

/** The fields of a record that are sent back. */
export function writable(resource: string, fields: Fields): Fields {
  const names = namesOf(resource);
  if (!names) return fields;
  return Object.fromEntries(names.filter((n) => n in fields).map((n) => [n, fields[n]]));
}

/** Fields that somebody changed and that are not sent: each is missing above, or not theirs to change. */
export function droppedOf(resource: string, fields: Fields, before: Fields): string[] {
  const names = namesOf(resource);
  if (!names) return [];
  return Object.keys(fields).filter(
    (name) =>
      name !== 'version' &&
      !names.includes(name) &&
      JSON.stringify(fields[name]) !== JSON.stringify(before[name]),
  );
}
