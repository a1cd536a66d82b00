import { DEMO_DOMAIN } from '@tracker/domain';
import type {
  RegionDistrictEntity,
  RegionEntity,
  UserEntity,
  UserRegionEntity,
} from '@tracker/data';
import type { Row } from './insert-rows';
import { DISTRICTS, REGION_NAMES } from './places';
import type { Random } from './random';

type Role = UserEntity['role'];

/** Name, account and role; for `regional` the index of the region, as in `REGION_NAMES`. */
const STAFF: readonly (readonly [name: string, account: string, role: Role, region?: number])[] = [
  ['Imogen Farrant', 'head', 'head'],
  ['Desmond Okafor', 'manager', 'manager'],
  ['Sunita Raval', 'admin', 'admin'],
  ['Callum Reidy', 'regional', 'regional', 0],
  ['Bethan Prosser', 'regional2', 'regional', 1],
  ['Marcus Adeyemi', 'regional3', 'regional', 2],
  ['Joanna Kowalczyk', 'regional4', 'regional', 3],
  ['Tariq Sabir', 'regional5', 'regional', 4],
  ['Lucy Penhale', 'lucy.penhale', 'regional', 0],
  ['Owen Garside', 'owen.garside', 'regional', 2],
];

/** Colleagues who have left and have no account; old visits name them. */
export const FORMER_VISITORS = ['Moira Standish', 'Pete Lovage'] as const;

/** Accounts to show to whoever tries the demo hub, in the order of the staff list. */
export const DEMO_ACCOUNTS: readonly { email: string; role: Role }[] = STAFF.slice(0, 8).map(
  ([, account, role]) => ({ email: `${account}@${DEMO_DOMAIN}`, role }),
);

export interface Staff {
  regions: Row<RegionEntity>[];
  districts: RegionDistrictEntity[];
  users: Row<UserEntity>[];
  userRegions: UserRegionEntity[];
  head: string;
  admin: string;
  /** Ids of a region's team, its lead first, by the region's id. */
  teams: Map<string, string[]>;
}

/** Five regions with their districts, and the ten people of the hub. */
export function buildStaff(passwordHash: string, random: Random): Staff {
  const teams = new Map<string, string[]>();
  const regions = REGION_NAMES.map((name): Row<RegionEntity> => {
    const id = random.uuid();
    teams.set(id, []);
    return { id, name, leadUserId: null };
  });
  const userRegions: UserRegionEntity[] = [];
  const users = STAFF.map(([name, account, role, regionIndex]): Row<UserEntity> => {
    const id = random.uuid();
    const region = regionIndex === undefined ? undefined : regions[regionIndex];
    if (region) {
      teams.get(region.id)?.push(id);
      userRegions.push({ userId: id, regionId: region.id });
      region.leadUserId ??= id;
    }
    const email = `${account}@${DEMO_DOMAIN}`;
    return { id, name, email, role, passwordHash, active: true, dailyDigest: true };
  });
  const of = (role: Role) => users.find((user) => user.role === role)?.id ?? '';
  const districts = DISTRICTS.map(({ name, region }) => ({
    district: name,
    regionId: regions[region]?.id ?? '',
  }));
  return { regions, districts, users, userRegions, head: of('head'), admin: of('admin'), teams };
}
