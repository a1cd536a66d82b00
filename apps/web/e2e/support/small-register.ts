const quoted = (rows: string[][]) =>
  rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\r\n') + '\r\n';

const HEADER = [
  'URN',
  'LA (code)',
  'LA (name)',
  'EstablishmentName',
  'TypeOfEstablishment (name)',
  'EstablishmentStatus (name)',
  'OpenDate',
  'CloseDate',
  'PhaseOfEducation (name)',
  'Street',
  'Town',
  'Postcode',
  'NumberOfPupils',
  'PercentageFSM',
  'DistrictAdministrative (name)',
  'Easting',
  'Northing',
];

const school = (
  urn: string,
  name: string,
  type: string,
  status: string,
  district: string,
  fsm = '',
) => [
  urn,
  '990',
  'Harrowmere',
  name,
  type,
  status,
  '',
  status === 'Closed' ? '31-08-2022' : '',
  'Primary',
  'School Lane',
  'Quillbury',
  'ZZ1 1AA',
  '210',
  fsm,
  district,
  '620000',
  '350000',
];

/** A register of six schools, one of them closed, one independent and one row that cannot be taken. */
export const REGISTER = quoted([
  HEADER,
  school('900101', 'Alder Primary School', 'Community school', 'Open', 'Northmere'),
  school('900102', 'Birch Academy', 'Academy converter', 'Open', 'Northmere'),
  school('900103', 'Birch Primary School', 'Community school', 'Closed', 'Northmere'),
  school('900104', 'Cedar School', 'Community special school', 'Open', 'Southmere', '10.0'),
  school('900105', 'Dogwood Infant School', 'Voluntary aided school', 'Open', 'Southmere', '12.5'),
  school('900106', 'Elm House School', 'Other independent school', 'Open', 'Southmere'),
  school('ABC', 'Fir School', 'Community school', 'Open', 'Southmere'),
]);

/** Four more schools to be visited, so that a round has some to choose from. */
export const MORE_SCHOOLS = quoted([
  HEADER,
  school('900111', 'Hazel Primary School', 'Community school', 'Open', 'Northmere'),
  school('900112', 'Juniper Primary School', 'Community school', 'Open', 'Northmere'),
  school('900113', 'Linden School', 'Community school', 'Open', 'Northmere'),
  school('900114', 'Maple Academy', 'Academy converter', 'Open', 'Northmere'),
]);

const ofMeals = (from: number, fsm: string, district: string) =>
  Array.from({ length: 15 }, (_, at) =>
    school(
      String(from + at),
      `${district} School ${String.fromCharCode(65 + at)}`,
      'Community school',
      'Open',
      district,
      fsm,
    ),
  );

/** Fifteen schools in the north where few pupils have free school meals, and fifteen in the south where many do. */
export const SCHOOLS_BY_MEALS = quoted([
  HEADER,
  ...ofMeals(900201, '5.0', 'Northmere'),
  ...ofMeals(900301, '45.0', 'Southmere'),
]);

export const LINKS = quoted([
  ['URN', 'LinkURN', 'LinkName', 'LinkType', 'LinkEstablishedDate'],
  ['900103', '900102', 'Birch Academy', 'Successor', '01-09-2022'],
  ['900102', '900103', 'Birch Primary School', 'Predecessor', '01-09-2022'],
]);

export const CENSUS =
  'URN,LA,Estab,SCHOOLTYPE,NOR,NUMFSM\r\n900101,990,2001,State-funded primary,200,70\r\n';

/** As a person keeps it: a title first, names nearly right, dates in several forms, one school unknown. */
export const VISITS = [
  'Visits to schools,,,',
  ',,,',
  'School,Date of visit,Visited by,Notes',
  'Alder Primary,12/3/2018,Robin Vale,"A choir of forty, no instruments"',
  'Birch Primary School,5 May 2021,Robin Vale,Whole class ukulele in Year 4',
  'Dogwood Infants School,45000,,Singing every day',
  'Gorse School,1/2/2023,,Nobody knows this one',
  '',
].join('\r\n');
