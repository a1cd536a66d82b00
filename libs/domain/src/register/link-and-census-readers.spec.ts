import { createCensusReader } from './census-reader';
import { createLinkReader } from './link-reader';

const LINKS = ['URN', 'LinkURN', 'LinkName', 'LinkType', 'LinkEstablishedDate'];
const CENSUS = ['URN', 'LA', 'Estab', 'NOR', 'NUMFSM', 'NUMFSMEVER', 'PNUMFSMEVER'];

function readLink(...cells: string[]) {
  const reader = createLinkReader(LINKS);
  if ('problem' in reader) throw new Error(reader.problem);
  return reader.read(cells, 2);
}

function censusReader(laCodes?: string[]) {
  const reader = createCensusReader(CENSUS, { laCodes });
  if ('problem' in reader) throw new Error(reader.problem);
  return reader;
}

const readCensus = (...cells: string[]) => censusReader().read(cells, 2);

describe('a row of the links file', () => {
  it('gives the same link from either school', () => {
    const link = { predecessorUrn: 117085, successorUrn: 138539, linkType: 'Successor' };
    expect(readLink('117085', '138539', 'N', 'Successor', '31-07-2012')).toEqual({
      links: [{ ...link, establishedOn: '2012-07-31' }],
    });
    expect(readLink('138539', '117085', 'N', 'Predecessor', '')).toEqual({
      links: [{ ...link, establishedOn: null }],
    });
  });

  it('gives a link in each direction for an amalgamation', () => {
    expect(readLink('117085', '138539', 'N', 'Result of Amalgamation', '')).toMatchObject({
      links: [
        { predecessorUrn: 117085, successorUrn: 138539 },
        { predecessorUrn: 138539, successorUrn: 117085 },
      ],
    });
  });

  it.each([
    [['A', '138539', '', 'Successor', ''], 'URN', /^“A” is not a URN/],
    [['117085', 'B', '', 'Successor', ''], 'LinkURN', /^“B” is not a URN/],
    [['117085', '117085', '', 'Successor', ''], 'LinkURN', /^A school cannot succeed itself\.$/],
    [['117085', '138539', '', '', ''], 'LinkType', /^The link was left out: .* missing\.$/],
    [['117085', '138539', '', 'Closure', ''], 'LinkType', /^The link was left out: a closure/],
    [['117085', '138539', '', 'Friends', ''], 'LinkType', /not known\.$/],
    [
      ['117085', '138539', '', 'Successor', '31-02-2024'],
      'LinkEstablishedDate',
      /^31-02-2024 is not a date\.$/,
    ],
  ])('%j is handed back', (cells, column, message) => {
    expect(readLink(...cells)).toMatchObject({
      rejection: { line: 2, column, message: expect.stringMatching(message) },
    });
  });

  it('is passed over when blank, and its header must be that of a links file', () => {
    expect(readLink('')).toEqual({ skipped: true });
    expect(createLinkReader(['URN', 'LinkURN'])).toHaveProperty('problem');
  });
});

describe('a row of the census', () => {
  it('gives those eligible now as a share of those on roll', () => {
    expect(readCensus('149333', '919', '2118', '220', '62', '64', '32.7%')).toEqual({
      figures: { urn: 149333, pupils: 220, fsmPercent: 28.2 },
    });
    expect(readCensus('149333', '919', '2118', '77', '0', '0', '0.0%')).toMatchObject({
      figures: { fsmPercent: 0 },
    });
  });

  it.each(['NA', 'SUPP', 'NP', 'x', 'z', 'LOWCOV', '..', ''])(
    'does not take %j for a figure',
    (withheld) => {
      expect(readCensus('102256', '919', '6239', '185', withheld)).toEqual({
        figures: { urn: 102256, pupils: 185 },
      });
      expect(readCensus('102256', '919', '6239', withheld, '3')).toEqual({ skipped: true });
    },
  );

  it('knows no share of a school without pupils', () => {
    expect(readCensus('102256', '919', '6239', '0', '0')).toEqual({
      figures: { urn: 102256, pupils: 0 },
    });
  });

  it('is passed over when it sums up an authority or the country', () => {
    expect(readCensus('', '919', '', '190000', '20000')).toEqual({ skipped: true });
    expect(readCensus('NAT', '', '', '9000000', '2000000')).toEqual({ skipped: true });
  });

  it('is passed over when it is of another authority', () => {
    expect(censusReader(['919']).read(['149333', '850', '2118', '220', '62'], 2)).toEqual({
      skipped: true,
    });
  });

  it('is handed back when it cannot be so', () => {
    expect(readCensus('', '919', '2118', '220', '62')).toHaveProperty('rejection.column', 'URN');
    expect(readCensus('149333', '919', '2118', '-5', '0')).toMatchObject({
      rejection: { message: '-5 is below zero, and the number of pupils cannot be.' },
    });
    expect(readCensus('149333', '919', '2118', '20', '30')).toMatchObject({
      rejection: {
        column: 'NUMFSM',
        message: '30 pupils eligible for free school meals are more than the 20 on roll.',
      },
    });
    const reader = censusReader();
    reader.read(['149333', '919', '2118', '220', '62'], 2);
    expect(reader.read(['149333', '919', '2118', '220', '62'], 3)).toMatchObject({
      rejection: { message: 'URN 149333 is already on line 2; only that line was taken.' },
    });
  });
});
