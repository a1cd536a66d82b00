import { addDays, addMonths, type Day } from '@tracker/domain';
import type { SchoolLinkEntity } from '@tracker/data';
import type { PlannedSchool } from './planned-school';
import type { Random } from './random';
import type { SchoolNames } from './school-names';
import type { DemoSchool, SchoolMaker } from './schools';

/** Whole months before today's month in which a school became an academy, one for each. */
const CONVERTED = [2, 5, 9, 12, 14, 18, 21, 26, 29, 31, 35, 38, 43, 48, 54, 62];
const CONVERTING_TYPE = /^Academy (converter|sponsor led)$/;

export interface Successions {
  closed: DemoSchool[];
  links: SchoolLinkEntity[];
}

const firstOfMonth = (today: Day, monthsAgo: number): Day =>
  `${addMonths(today, -monthsAgo).slice(0, 7)}-01`;

/** 16 conversions, two mergers, one amalgamation and one chain of two, told to the schools they made. */
export class SuccessionTeller {
  private readonly told: Successions = { closed: [], links: [] };
  private readonly free: DemoSchool[];

  constructor(
    private readonly maker: SchoolMaker,
    private readonly names: SchoolNames,
    schools: readonly DemoSchool[],
    private readonly today: Day,
    private readonly random: Random,
  ) {
    this.free = random.shuffle(schools);
  }

  tell(): Successions {
    for (const monthsAgo of CONVERTED) {
      this.conversion(this.take(isAcademy), firstOfMonth(this.today, monthsAgo));
    }
    this.merger(this.september(2));
    this.merger(this.september(4));
    this.amalgamation(this.september(3));
    this.chain(firstOfMonth(this.today, 16), firstOfMonth(this.today, 52));
    return this.told;
  }

  /** The first of September so many school years back, 1 the latest. */
  private september(yearsBack: number): Day {
    const latest = Number(this.today.slice(0, 4)) - (this.today.slice(5) >= '09-01' ? 0 : 1);
    return `${latest - yearsBack + 1}-09-01`;
  }

  private take(fits: (school: DemoSchool) => boolean): DemoSchool {
    const index = this.free.findIndex(fits);
    const [school] = index < 0 ? [] : this.free.splice(index, 1);
    if (!school) throw new RangeError('The county has no school left for a succession.');
    return school;
  }

  private conversion(successor: DemoSchool, on: Day): void {
    const predecessor = this.maker.closed(this.maintained(successor.plan), null, addDays(on, -1));
    this.follow(successor, [predecessor], on, 'Successor');
  }

  /** An infant and a junior school close and one primary school opens. */
  private merger(on: Day): void {
    const successor = this.take(isCommunityPrimary);
    const stem = stemOf(successor.plan.name);
    const parts = ['Infant School', 'Junior School'].map((wording) =>
      this.maker.closed(
        { ...successor.plan, name: this.names.claim(`${stem} ${wording}`) },
        null,
        addDays(on, -1),
      ),
    );
    this.follow(successor, parts, on, 'Successor - merged');
  }

  /** A school takes in the infant school next door and keeps its URN; the register links both ways. */
  private amalgamation(on: Day): void {
    const survivor = this.take(isCommunityPrimary);
    const name = this.names.claim(`${stemOf(survivor.plan.name)} Infant School`);
    const infants = this.maker.closed({ ...survivor.plan, name }, null, addDays(on, -1));
    this.told.closed.push(infants);
    survivor.predecessors.push(infants);
    const linkType = 'Result of Amalgamation';
    const [a, b] = [infants.row.urn, survivor.row.urn];
    this.told.links.push({ predecessorUrn: a, successorUrn: b, linkType, establishedOn: on });
    this.told.links.push({ predecessorUrn: b, successorUrn: a, linkType, establishedOn: on });
  }

  /** A community school, its first academy and the academy of the trust that took that over. */
  private chain(on: Day, before: Day): void {
    const last = this.take(({ plan }) => plan.establishmentType === 'Academy sponsor led');
    const first = this.maker.closed(this.maintained(last.plan), null, addDays(before, -1));
    const middle = this.maker.closed(last.plan, before, addDays(on, -1));
    this.follow(middle, [first], before, 'Successor');
    middle.row.trust = null;
    this.follow(last, [middle], on, 'Successor');
  }

  private follow(successor: DemoSchool, before: DemoSchool[], on: Day, linkType: string): void {
    successor.row.urn = this.maker.successorUrn();
    successor.row.openedOn = on;
    before.forEach((predecessor, index) => {
      successor.predecessors.push(predecessor);
      if (index === 0) moveIn(successor, predecessor);
      this.told.closed.push(predecessor);
      const [predecessorUrn, successorUrn] = [predecessor.row.urn, successor.row.urn];
      this.told.links.push({ predecessorUrn, successorUrn, linkType, establishedOn: on });
    });
  }

  /** What the school was while the authority maintained it; mostly under the same name. */
  private maintained(plan: PlannedSchool): PlannedSchool {
    const establishmentType =
      plan.faith === null
        ? 'Community school'
        : this.random.pick(['Voluntary aided school', 'Voluntary controlled school']);
    const name = plan.name
      .replace(/ Primary Academy$/, ' Primary School')
      .replace(/ Academy$/, ' School');
    return { ...plan, name, establishmentType };
  }
}

const isAcademy = ({ plan }: DemoSchool) => CONVERTING_TYPE.test(plan.establishmentType);
const isCommunityPrimary = ({ plan }: DemoSchool) =>
  plan.establishmentType === 'Community school' && plan.rollOf === 'primary';
const stemOf = (name: string) => name.replace(/ (JMI|Primary|Community|and Nursery).*$/, '');

/** A school that follows another one stays in its buildings; of a merger, in the first one's. */
function moveIn({ row }: DemoSchool, { row: before }: DemoSchool): void {
  const { street, locality, town, postcode, easting, northing } = row;
  Object.assign(before, { street, locality, town, postcode, easting, northing });
}
