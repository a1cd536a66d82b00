import fc from 'fast-check';
import type { SchoolStatus } from './school-scope';
import {
  lineage,
  linksFromRegisterRow,
  uniqueLinks,
  whyNoLink,
  type RegisterLinkRow,
  type SchoolLink,
} from './succession';

describe('links of the register', () => {
  const link = (predecessorUrn: number, successorUrn: number, linkType: string): SchoolLink => ({
    predecessorUrn,
    successorUrn,
    linkType,
  });

  it.each([
    [117075, 117146, 'Successor', [link(117075, 117146, 'Successor')]],
    [117146, 117075, 'Predecessor', [link(117075, 117146, 'Successor')]],
    [130599, 130720, 'Successor - merged', [link(130599, 130720, 'Successor - merged')]],
    [130720, 130599, 'Predecessor - merged', [link(130599, 130720, 'Successor - merged')]],
    [
      151385,
      150433,
      'Predecessor - amalgamated',
      [link(150433, 151385, 'Successor - amalgamated')],
    ],
    [1, 2, 'Successor - Split School', [link(1, 2, 'Successor - Split School')]],
    [
      117205,
      117206,
      'Result of Amalgamation',
      [
        link(117205, 117206, 'Result of Amalgamation'),
        link(117206, 117205, 'Result of Amalgamation'),
      ],
    ],
    [
      1,
      2,
      'Merged - change in age range',
      [link(1, 2, 'Merged - change in age range'), link(2, 1, 'Merged - change in age range')],
    ],
    [1, 1, 'Successor', []],
    [1, 1, 'Result of Amalgamation', []],
  ])('%i, %i, %s', (urn, linkUrn, linkType, links) => {
    expect(linksFromRegisterRow({ urn, linkUrn, linkType })).toEqual(links);
    expect(whyNoLink(linkType)).toBeNull();
  });

  it.each([
    ['Sixth Form Centre Link', 'schools that share a sixth form do not follow each other'],
    ['Sixth Form Centre School', 'schools that share a sixth form do not follow each other'],
    ["Children's Centre Link", "a children's centre is not a school"],
    ['Other', 'the register does not say what the link means'],
    [
      'Closure',
      'a closure names the school that took in pupils, not one that carries the school on',
    ],
    ['Expansion', 'a school that grew when another closed is not its successor'],
    ['Federation', 'this type of link is not known'],
    ['', 'this type of link is not known'],
  ])('none for %p: %s', (linkType, reason) => {
    expect(linksFromRegisterRow({ urn: 1, linkUrn: 2, linkType })).toEqual([]);
    expect(whyNoLink(linkType)).toBe(reason);
  });

  it('are one for a pair told twice, the one that says who went on before the one that does not', () => {
    const open = link(1, 2, 'Result of Amalgamation');
    const clear = link(1, 2, 'Successor - amalgamated');
    expect(uniqueLinks([open, clear, open])).toEqual([clear]);
    expect(uniqueLinks([clear, open, link(2, 1, 'Successor')])).toHaveLength(2);
  });
});

describe('lineage', () => {
  const row = (urn: number, linkType: string, linkUrn: number): RegisterLinkRow => ({
    urn,
    linkUrn,
    linkType,
  });
  const of = (statuses: Record<number, SchoolStatus>, rows: RegisterLinkRow[]) => {
    const schools = Object.entries(statuses).map(([urn, status]) => ({ urn: Number(urn), status }));
    return Object.fromEntries(lineage(schools, rows.flatMap(linksFromRegisterRow)));
  };

  it('of an academy conversion', () => {
    const rows = [row(1, 'Successor', 2), row(2, 'Predecessor', 1)];
    expect(of({ 1: 'closed', 2: 'open' }, rows)).toEqual({ 2: [1] });
  });

  it('of a merger of two', () => {
    const rows = [row(3, 'Predecessor - merged', 1), row(3, 'Predecessor - merged', 2)];
    expect(of({ 1: 'closed', 2: 'closed', 3: 'open' }, rows)).toEqual({ 3: [1, 2] });
  });

  it('of an amalgamation, which both schools tell alike', () => {
    const rows = [row(1, 'Result of Amalgamation', 2), row(2, 'Result of Amalgamation', 1)];
    expect(of({ 1: 'closed', 2: 'open' }, rows)).toEqual({ 2: [1] });
    expect(of({ 1: 'open', 2: 'closed' }, rows)).toEqual({ 1: [2] });
    expect(of({ 1: 'open', 2: 'open' }, rows)).toEqual({});
    // Both gone: nobody can say which of them went on.
    expect(of({ 1: 'closed', 2: 'closed' }, rows)).toEqual({});
  });

  it('of a chain of three, nearest first', () => {
    const rows = [row(1, 'Successor', 2), row(3, 'Predecessor', 2)];
    expect(of({ 1: 'closed', 2: 'closed', 3: 'open' }, rows)).toEqual({ 2: [1], 3: [2, 1] });
  });

  it('of an amalgamation that then became an academy', () => {
    const rows = [row(1, 'Successor - amalgamated', 2), row(2, 'Successor', 3)];
    expect(of({ 1: 'closed', 2: 'closed', 3: 'closing' }, rows)[3]).toEqual([2, 1]);
  });

  it('of a loop ends', () => {
    const rows = [row(1, 'Successor', 2), row(2, 'Successor', 3), row(3, 'Successor', 1)];
    expect(of({ 1: 'closed', 2: 'closed', 3: 'closed' }, rows)).toEqual({
      1: [3, 2],
      2: [1, 3],
      3: [2, 1],
    });
  });

  it.each(['open', 'closing', 'proposed'] as const)('not of a predecessor still %s', (status) => {
    expect(of({ 1: status, 2: 'open' }, [row(1, 'Successor', 2)])).toEqual({});
  });

  it('of a split into two successors, each of which inherits', () => {
    const rows = [row(1, 'Successor - Split School', 2), row(1, 'Successor - Split School', 3)];
    expect(of({ 1: 'closed', 2: 'open', 3: 'open' }, rows)).toEqual({ 2: [1], 3: [1] });
    expect(of({ 1: 'open', 2: 'open', 3: 'open' }, rows)).toEqual({});
  });

  it('not of schools that are not on record', () => {
    expect(of({ 2: 'open' }, [row(1, 'Successor', 2)])).toEqual({});
    expect(of({ 1: 'closed' }, [row(1, 'Successor', 2)])).toEqual({});
  });

  it('holds closed schools only, never the school itself, and all ancestors of its ancestors', () => {
    const urn = fc.integer({ min: 1, max: 8 });
    const linkType = fc.constantFrom('Successor', 'Successor - merged', 'Result of Amalgamation');
    const rows = fc.array(fc.record({ urn, linkUrn: urn, linkType }), { maxLength: 20 });
    const closed = fc.array(fc.boolean(), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(rows, closed, (links, isClosed) => {
        const schools = isClosed.map((shut, i) => ({
          urn: i + 1,
          status: shut ? ('closed' as const) : ('open' as const),
        }));
        const found = lineage(schools, links.flatMap(linksFromRegisterRow));
        for (const [school, ancestors] of found) {
          expect(ancestors).not.toContain(school);
          expect(new Set(ancestors).size).toBe(ancestors.length);
          for (const ancestor of ancestors) {
            expect(isClosed[ancestor - 1]).toBe(true);
            const theirs = (found.get(ancestor) ?? []).filter((one) => one !== school);
            expect(ancestors).toEqual(expect.arrayContaining(theirs));
          }
        }
      }),
    );
  });
});
