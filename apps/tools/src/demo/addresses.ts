import type { SchoolEntity } from '@tracker/data';
import type { Row } from './insert-rows';
import { COUNTY } from './places';
import type { PlannedSchool } from './planned-school';
import type { Random } from './random';

type Address = Pick<
  Row<SchoolEntity>,
  'street' | 'locality' | 'town' | 'postcode' | 'easting' | 'northing' | 'telephone' | 'website'
>;

const VILLAGE_STREETS = [
  'School Lane',
  'Church Lane',
  'High Street',
  'The Green',
  'Church Street',
  'Back Lane',
  'The Street',
];
const STREET_NAMES =
  'Albert,Almond,Ambrose,Baker,Bank,Barton,Bell,Brewer,Bridge,Broad,Canal,Carter,Castle,Chantry,Cooper,Crown,Drover,Dyer,Eastfield,Elizabeth,Fairfield,Fisher,George,Goose,Grange,Granary,Hereward,Hope,Ivy,King,Lavender,Lime,London,Mason,Mercer,Mill,Northgate,Park,Penn,Pound,Prospect,Queen,Rose,Sadler,Sheep,Southfield,Spring,Station,Tanner,Union,Vicarage,Walnut,Weaver,West,Wharf'.split(
    ',',
  );
const STREET_KINDS = [
  'Road',
  'Road',
  'Road',
  'Street',
  'Avenue',
  'Lane',
  'Close',
  'Drive',
  'Way',
  'Crescent',
];
/** Letters of the inward part of a postcode; C I K M O V do not occur there. */
const INWARD = 'ABDEFGHJLNPQRSTUWXYZ';

/** Where a school is and how it is reached, no two alike. */
export class Addresses {
  private readonly postcodes = new Set<string>();
  private readonly slugs = new Set<string>();
  private telephones = 0;

  constructor(private readonly random: Random) {}

  next(plan: PlannedSchool): Address {
    const { random } = this;
    const { district, town, village } = plan;
    const second = town === district.towns[1];
    // A village lies anywhere in its district, a town's schools close to its middle.
    const reach = village === null ? 1_700 : 4_600;
    return {
      street: village === null ? this.street() : random.pick(VILLAGE_STREETS),
      locality: village,
      town: town.name,
      postcode: this.postcode(town.outward),
      easting: district.easting + (second ? 3_100 : 0) + random.int(-reach, reach),
      northing: district.northing + (second ? 2_600 : 0) + random.int(-reach, reach),
      telephone: this.telephone(),
      website: `https://www.${this.slug(plan)}.${COUNTY.toLowerCase()}.sch.example`,
    };
  }

  private street(): string {
    return `${this.random.pick(STREET_NAMES)} ${this.random.pick(STREET_KINDS)}`;
  }

  private postcode(outward: string): string {
    for (;;) {
      const letters = `${this.random.pick([...INWARD])}${this.random.pick([...INWARD])}`;
      const postcode = `${outward} ${this.random.int(1, 9)}${letters}`;
      if (this.postcodes.has(postcode)) continue;
      this.postcodes.add(postcode);
      return postcode;
    }
  }

  /** From 01632 960000 to 960999, which Ofcom keeps for drama and connects to nobody. */
  private telephone(): string {
    const line = String(this.telephones++ % 1_000).padStart(3, '0');
    return `01632 960${line}`;
  }

  private slug({ name, town }: PlannedSchool): string {
    const full = name
      .toLowerCase()
      .replace(/church of england|roman catholic|catholic|cofe|c of e/g, '')
      .replace(/'/g, '');
    const short = full.replace(/\b(school|academy|primary|community|and|the)\b/g, '');
    const [shortSlug, fullSlug] = [short, full].map((text) => text.replace(/[^a-z]+/g, ''));
    const wordings = [shortSlug, fullSlug, `${shortSlug}-${town.name.toLowerCase()}`];
    for (let i = 2; ; i += 1) {
      const slug = wordings.shift() ?? `${shortSlug}-${i}`;
      if (slug === '' || this.slugs.has(slug)) continue;
      this.slugs.add(slug);
      return slug;
    }
  }
}
