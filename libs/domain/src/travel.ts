/** A place on the National Grid, in metres. */
export interface Place {
  easting: number;
  northing: number;
}

/** Roads are this much longer than straight lines. */
export const ROAD_FACTOR = 1.3;
/** Between schools, on the roads of a county. */
const KM_AN_HOUR = 40;

const METRES_A_KM = 1000;

/** Kilometres by road, as the straight line says. */
const roadKm = (a: Place, b: Place): number =>
  (Math.hypot(a.easting - b.easting, a.northing - b.northing) / METRES_A_KM) * ROAD_FACTOR;

/** Minutes by car from one place to another, rounded up to five. */
export const travelMinutes = (a: Place, b: Place): number =>
  Math.ceil(((roadKm(a, b) / KM_AN_HOUR) * 60) / 5) * 5;
