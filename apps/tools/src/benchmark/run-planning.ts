import {
  brokenRules,
  coverageOf,
  figuresOf,
  inventedHub,
  modelOf,
  proposePlan,
  type InventedHub,
  type PlanLine,
  type PlanProblem,
} from '@tracker/domain';
import { spreadsheetPlan } from './spreadsheet-plan';

const HUBS: Record<string, InventedHub> = {
  'small, 106 schools': { seed: 1, schools: 106, regions: 2, wanted: 35, booked: 2 },
  'as Hertfordshire, 540 schools': {
    ...{ seed: 2, schools: 540, regions: 5, visitorsARegion: 3 },
    ...{ wanted: 180, booked: 12 },
  },
  'the same in November': {
    ...{ seed: 3, schools: 540, regions: 5, visitorsARegion: 3 },
    ...{ wanted: 150, booked: 20, asOf: '2024-11-04' },
  },
  'too few places': {
    ...{ seed: 4, schools: 540, regions: 5, visitorsARegion: 2 },
    ...{ wanted: 180, booked: 12, perHalfTerm: 2 },
  },
  'large, 2,000 schools': {
    ...{ seed: 5, schools: 2000, regions: 10, visitorsARegion: 4 },
    ...{ wanted: 680, booked: 40 },
  },
};

const COLUMNS = ['', 'placed', 'late', 'km', 'km a visit', 'days', 'uneven', 'CPU s'];
const WIDTHS = [26, 12, 8, 8, 10, 6, 8, 7];
const print = (cells: readonly string[]) =>
  console.log(
    cells.map((cell, i) => (i === 0 ? cell.padEnd(26) : cell.padStart(WIDTHS[i]!))).join(' '),
  );

/** A plan with the CPU seconds that making it took. */
function timed(make: () => PlanLine[]): [plan: PlanLine[], seconds: number] {
  const before = process.cpuUsage();
  const plan = make();
  const { user, system } = process.cpuUsage(before);
  return [plan, (user + system) / 1e6];
}

function printPlan(name: string, problem: PlanProblem, least: number, make: () => PlanLine[]) {
  const [plan, seconds] = timed(make);
  const broken = brokenRules(problem, plan).length;
  const figures = figuresOf(problem, plan);
  print([
    broken === 0 ? name : `${name} (${broken} broken)`,
    Object.values(figures.placed).join('/'),
    least === 0 ? figures.late.toFixed(1) : (figures.late / least).toFixed(3),
    figures.km.toFixed(0),
    figures.kmPerVisit.toFixed(1),
    String(figures.days),
    figures.unevenness.toFixed(3),
    seconds.toFixed(1),
  ]);
}

/**
 * Plans a year for invented hubs, and the same with the spreadsheet's way. Lateness is given beside the least that is
 * possible; schools placed by band beside the most.
 */
export function benchmarkPlanning(): void {
  for (const [name, hub] of Object.entries(HUBS)) {
    const problem = inventedHub(hub);
    const { placed, late } = coverageOf(modelOf(problem));
    console.log(
      `\n${name}: at most ${Object.values(placed).join('/')} placed by band, late ${late.toFixed(1)} at least`,
    );
    print(COLUMNS);
    printPlan('planner', problem, late, () => proposePlan(problem, { seed: 1 }));
    printPlan('spreadsheet, one a day', problem, late, () => spreadsheetPlan(problem));
  }
}
