import fc from 'fast-check';
import { MinCostFlow } from './min-cost-flow';

it('finds the cheapest flow that can be, over paths that take back others', () => {
  const flow = new MinCostFlow(4);
  const edges = [
    flow.addEdge(0, 1, 1, -2),
    flow.addEdge(0, 2, 1, -1),
    flow.addEdge(1, 2, 1, -3),
    flow.addEdge(1, 3, 1, -3),
    flow.addEdge(2, 3, 1, -1),
  ];
  expect(flow.run(0, 3, 5)).toEqual({ flow: 2, cost: -7 });
  expect(edges.map((edge) => flow.flowOn(edge))).toEqual([1, 1, 0, 1, 1]);
});

it('sends nothing that makes the whole dearer', () => {
  const flow = new MinCostFlow(2);
  flow.addEdge(0, 1, 3, 2);
  expect(flow.run(0, 1, 3)).toEqual({ flow: 0, cost: 0 });
});

/** The cheapest way to give each of the rows one column or none, tried out completely. */
function triedOut(costs: (number | null)[][], rooms: number[], most: number): number {
  const go = (row: number, left: number[], more: number): number => {
    if (row === costs.length || more === 0) return 0;
    let best = go(row + 1, left, more);
    costs[row]!.forEach((cost, column) => {
      if (cost === null || left[column] === 0) return;
      const rest = left.map((room, c) => (c === column ? room - 1 : room));
      best = Math.min(best, cost + go(row + 1, rest, more - 1));
    });
    return best;
  };
  return go(0, rooms, most);
}

it('is the least of all that can be tried, for transport problems', () => {
  const cost = fc.option(fc.integer({ min: -20, max: 5 }), { nil: null });
  fc.assert(
    fc.property(
      fc.array(fc.array(cost, { minLength: 3, maxLength: 3 }), { maxLength: 5 }),
      fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 3, maxLength: 3 }),
      fc.integer({ min: 0, max: 5 }),
      (costs, rooms, most) => {
        const sink = costs.length + 4;
        const flow = new MinCostFlow(sink + 1);
        costs.forEach((row, r) => {
          flow.addEdge(0, r + 1, 1, 0);
          row.forEach((price, c) => {
            if (price !== null) flow.addEdge(r + 1, costs.length + 1 + c, 1, price);
          });
        });
        rooms.forEach((room, c) => flow.addEdge(costs.length + 1 + c, sink, room, 0));
        expect(flow.run(0, sink, most).cost).toBeCloseTo(triedOut(costs, rooms, most));
      },
    ),
    { numRuns: 200 },
  );
});
