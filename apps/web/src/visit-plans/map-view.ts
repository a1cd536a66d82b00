import type { VisitPlanLine, VisitPlanReadiness } from '@tracker/contract';

/** A line at its place on the drawing; `y` grows downwards. */
export interface MapPoint {
  line: VisitPlanLine;
  x: number;
  y: number;
}

/** Where a visitor starts from. */
export interface MapStart {
  userId: string;
  name: string;
  x: number;
  y: number;
}

export interface MapView {
  width: number;
  height: number;
  points: MapPoint[];
  /** Between the schools of one day. */
  ways: { key: string; from: MapPoint; to: MapPoint }[];
  starts: MapStart[];
}

const MARGIN = 24;

type Placed<Of> = Of & { easting: number; northing: number };
const isPlaced = <Of extends { easting: number | null; northing: number | null }>(
  one: Of,
): one is Placed<Of> => one.easting !== null && one.northing !== null;

/** The lines drawn by their schools' own coordinates, with their visitors' starts, as wide as asked, north above. */
export function mapOf(
  lines: readonly VisitPlanLine[],
  visitors: VisitPlanReadiness['visitors'],
  width: number,
): MapView {
  const placed = lines.filter(isPlaced);
  const going = new Set(placed.map(({ visitorId }) => visitorId));
  const starting = visitors.filter(isPlaced).filter(({ userId }) => going.has(userId));
  const east = [...placed, ...starting].map(({ easting }) => easting);
  const north = [...placed, ...starting].map(({ northing }) => northing);
  const [left, right] = [Math.min(...east), Math.max(...east)];
  const [bottom, top] = [Math.min(...north), Math.max(...north)];
  // One school, or several in one place, stand in the middle.
  const span = Math.max(right - left, 1);
  const scale = (width - 2 * MARGIN) / Math.max(span, top - bottom, 1);
  const at = ({ easting, northing }: { easting: number; northing: number }) => ({
    x: MARGIN + (easting - left) * scale + (width - 2 * MARGIN - (right - left) * scale) / 2,
    y: MARGIN + (top - northing) * scale,
  });
  const points = placed.map((line) => ({ line, ...at(line) }));
  return {
    width,
    height: placed.length > 0 ? 2 * MARGIN + (top - bottom) * scale : 0,
    points,
    ways: waysOf(points),
    starts: starting.map((visitor) => ({
      ...{ userId: visitor.userId, name: visitor.name },
      ...at(visitor),
    })),
  };
}

function waysOf(points: readonly MapPoint[]): MapView['ways'] {
  const before = new Map<string, MapPoint>();
  const ways: MapView['ways'] = [];
  for (const point of points) {
    const { date, visitorId } = point.line;
    const key = `${date} ${visitorId}`;
    const other = before.get(key);
    if (other) ways.push({ key: `${key} ${point.line.id}`, from: other, to: point });
    before.set(key, point);
  }
  return ways;
}
