/** The invented county. No place of these names is in any register; nothing here is on a map. */
export const COUNTY = 'Harrowmere';

/** An authority code that DfE has given to nobody. */
export const LA_CODE = '990';

export interface Town {
  name: string;
  /** Outward part of its postcodes; there is no postcode area ZZ. */
  outward: string;
  /** How many of the county's town schools it has, in proportion. */
  size: number;
}

export interface District {
  name: string;
  /** Index into `REGION_NAMES`. */
  region: number;
  /** Middle of the district on the British National Grid, metres: open sea off the east coast. */
  easting: number;
  northing: number;
  /** How poor it is: free school meals against the county's usual share, 1 the usual. */
  need: number;
  towns: [Town, Town];
  villages: readonly string[];
}

export const REGION_NAMES = [
  'Central Harrowmere',
  'East Harrowmere',
  'North Harrowmere',
  'South Harrowmere',
  'West Harrowmere',
] as const;

type Plan = [
  name: string,
  region: number,
  column: number,
  row: number,
  need: number,
  towns: [string, number, string, number],
  villages: string,
];

// Columns and rows of a map of the county, 10 km apart.
const PLAN: Plan[] = [
  [
    'Linsborough',
    0,
    2,
    2,
    1.5,
    ['Linsborough', 34, 'Wharfgate', 8],
    'Coldersey,Upper Quenning,Lower Quenning,Tarbrook St Anne,Inglecote,Fennsted,Barlowick',
  ],
  [
    'Corvendale',
    0,
    2,
    3,
    0.9,
    ['Corvenbridge', 20, 'Stanverley', 9],
    'Corven Magna,Corven Parva,Ashelstow,Nettlemarsh,Pridcote,Great Ottersley,Little Ottersley,Wyndersett,Hollinstoke',
  ],
  [
    'Eastermere',
    1,
    3,
    2,
    1.1,
    ['Eastermere', 19, 'Pellowick', 8],
    'Merrowhithe,Sandlode,Gullsey,Thornelode,Osiersted,Marram End,Skelbourne St Peter,Fleetwick,Brackensea',
  ],
  [
    'Saltermoor',
    1,
    4,
    2,
    1.4,
    ['Saltermoor', 22, 'Ravenlode', 7],
    'Saltersby,Cocklehithe,Eelmere,Wadersea,Long Marram,Teasel Hythe,Brineholm,Samphire Green,Tolmarsh',
  ],
  [
    'Tolverstone',
    2,
    2,
    4,
    1.2,
    ['Tolverstone', 23, 'Kettlemere', 9],
    'Kettleshaw,Hagthorn,Rushingdale,Upper Tolver,Ramsdow Cross,Cairnsby,Whinmere,Laithbridge,Stonethwick',
  ],
  [
    'Brindlemoor',
    2,
    3,
    4,
    0.7,
    ['Brindlemoor', 16, 'Yarrowfleet', 7],
    'Brindle St Giles,Larksted,Heatherstow,Dunnock Green,Yarrow End,Mossthorn,Gorsewick,Fallingbeck,Over Brindle',
  ],
  [
    'Dunmarsh',
    3,
    2,
    1,
    1,
    ['Dunmarsh', 20, 'Hartlode', 8],
    'Dunsey,Reedholme,Alderlode,Withy Stoke,Bulrush Green,Mallardsey,Ferrow Tye,Osmundsley,Peatsley St Mary',
  ],
  [
    'Fallowdene',
    3,
    3,
    1,
    0.6,
    ['Fallowbridge', 18, 'Quenbury', 9],
    'Fallow Abbas,Fallow Episcopi,Barleysett,Cressingdene,Wheatenhoe,Bullacedene,Sorrel Green,Little Quenbury,Chantrydene',
  ],
  [
    'Ostenfold',
    4,
    1,
    2,
    0.8,
    ['Ostenford', 19, 'Millersbury', 7],
    'Osten Regis,Osten Mallory,Foldersley,Shepwick,Ewesden,Tuppersfold,Wetherstow,Cote Mallory,Hurdleham',
  ],
  [
    'Grelsey',
    4,
    1,
    3,
    0.9,
    ['Grelsey', 17, 'Marrowick', 7],
    'Grelsey Abbots,Marrow Green,Holtersley,Beldover,Quarrendene,Chiselcote,Lintersley,Sallow Cross,Wolverstoke St John',
  ],
];

/** Ten districts in five regions, two towns and seven to nine villages in each. */
export const DISTRICTS: readonly District[] = PLAN.map(
  ([name, region, column, row, need, [first, firstSize, second, secondSize], villages], index) => ({
    name,
    region,
    easting: 598_000 + column * 10_000,
    northing: 352_000 + row * 9_000,
    need,
    towns: [
      { name: first, outward: `ZZ${index * 2 + 1}`, size: firstSize },
      { name: second, outward: `ZZ${index * 2 + 2}`, size: secondSize },
    ],
    villages: villages.split(','),
  }),
);
