import type { VisitPlanLine } from '@tracker/contract';

/** A line at its place on the drawing; `y` grows downwards. */
export interface MapPoint {
  line: VisitPlanLine;
  x: number;
  y: number;
}

export interface MapView {
  width: number;
  height: number;
  points: MapPoint[];
  /** Between the schools of one day. */
  ways: { key: string; from: MapPoint; to: MapPoint }[];
}

const MARGIN = 24;

/** The lines drawn by their schools' own coordinates, as wide as asked, north above. */
export function mapOf(lines: readonly VisitPlanLine[], width: number): MapView {
  const placed = lines.flatMap((line) =>
    line.easting === null || line.northing === null
      ? []
      : [{ line, east: line.easting, north: line.northing }],
  );
  const east = placed.map((each) => each.east);
  const north = placed.map((each) => each.north);
  const [left, right] = [Math.min(...east), Math.max(...east)];
  const [bottom, top] = [Math.min(...north), Math.max(...north)];
  // One school, or several in one place, stand in the middle.
  const span = Math.max(right - left, 1);
  const scale = (width - 2 * MARGIN) / Math.max(span, top - bottom, 1);
  const points = placed.map((each) => ({
    line: each.line,
    x: MARGIN + (each.east - left) * scale + (width - 2 * MARGIN - (right - left) * scale) / 2,
    y: MARGIN + (top - each.north) * scale,
  }));
  return {
    width,
    height: placed.length > 0 ? 2 * MARGIN + (top - bottom) * scale : 0,
    points,
    ways: waysOf(points),
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
