import {
  type Day,
  isInScope,
  isStateFunded,
  KEPT_REGISTER_KEYS,
  type KeptRegisterKey,
} from '@tracker/domain';
import type { SchoolEntity } from '@tracker/data';
import { Addresses } from './addresses';
import type { Row } from './insert-rows';
import { COUNTY, LA_CODE } from './places';
import type { PlannedSchool } from './planned-school';
import type { Random } from './random';
import { freeSchoolMealsOf, rollOf } from './school-figures';
import { trustOf } from './trusts';

/** A school on record and what the rest of the hub is told from. */
export interface DemoSchool {
  row: Row<SchoolEntity>;
  plan: PlannedSchool;
  /** Where its visits took place before it opened: the schools it followed, the latest first. */
  predecessors: DemoSchool[];
}

/** The first URN of schools that have always been there; DfE has not come near it. */
export const FIRST_URN = 900_001;
/** The first URN of schools that followed another one. */
export const FIRST_SUCCESSOR_URN = 901_001;

/** Of what the register gives, the demo tells what somebody looks at. */
const NOTHING_KNOWN = Object.fromEntries(KEPT_REGISTER_KEYS.map((key) => [key, null])) as Record<
  KeptRegisterKey,
  null
>;

/** Turns plans into rows, with figures, address and trust. */
export class SchoolMaker {
  private readonly addresses: Addresses;
  private nextUrn = FIRST_URN;
  private nextSuccessorUrn = FIRST_SUCCESSOR_URN;

  constructor(
    /** Ids of the regions in the order of `REGION_NAMES`. */
    private readonly regionIds: readonly string[],
    private readonly today: Day,
    private readonly random: Random,
  ) {
    this.addresses = new Addresses(random.fork('addresses'));
  }

  /** An open school, as the register would give it. */
  open(plan: PlannedSchool): DemoSchool {
    const { random } = this;
    const stateFunded = isStateFunded(plan.establishmentType);
    const row: Row<SchoolEntity> = {
      ...NOTHING_KNOWN,
      id: random.uuid(),
      urn: this.nextUrn++,
      name: plan.name,
      phase: plan.phase,
      establishmentType: plan.establishmentType,
      status: 'open',
      inScope: isInScope({ status: 'open', stateFunded }),
      openedOn: this.openedOn(plan),
      closedOn: null,
      regionId: this.regionIds[plan.district.region] ?? null,
      regionSetByHand: false,
      laCode: LA_CODE,
      laName: COUNTY,
      district: plan.district.name,
      county: COUNTY,
      ...this.addresses.next(plan),
      // The register publishes late: some figures are not there.
      pupils: random.chance(0.02) ? null : rollOf(plan, random),
      fsmPercent: !stateFunded || random.chance(0.035) ? null : freeSchoolMealsOf(plan, random),
      trust: trustOf(plan, random),
      notes: null,
    };
    return { row, plan, predecessors: [] };
  }

  /** A school that was closed: on record, with what the register keeps of it. */
  closed(plan: PlannedSchool, openedOn: Day | null, closedOn: Day): DemoSchool {
    const school = this.open(plan);
    Object.assign(school.row, { status: 'closed', inScope: false, openedOn, closedOn });
    Object.assign(school.row, { website: null, telephone: null, pupils: null, fsmPercent: null });
    return school;
  }

  /** The URN of a school that is new on a site. */
  successorUrn(): number {
    return this.nextSuccessorUrn++;
  }

  /** Maintained schools are older than the register; academies and free schools have a day. */
  private openedOn({ establishmentType }: PlannedSchool): Day | null {
    if (!/academy|free school|technical college|studio/i.test(establishmentType)) return null;
    const lastYear = Number(this.today.slice(0, 4)) - 8;
    const year = this.random.int(Math.min(2011, lastYear), lastYear);
    return `${year}-${this.random.pick(['09', '09', '09', '04', '01', '07'])}-01`;
  }
}
