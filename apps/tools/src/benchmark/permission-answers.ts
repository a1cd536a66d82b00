/** As much of Jest's report as is read. */
export interface JestReport {
  testResults: {
    assertionResults: { ancestorTitles: string[]; title: string; status: string }[];
  }[];
}

export interface PermissionAnswers {
  routes: string[];
  roles: string[];
  /** `own`, `foreign`, `no`: the regions of the schools. */
  places: string[];
  answers: number;
  /** Titles of what failed, the checks around the walk included. */
  wrong: string[];
}

/** `GET /api/schools for head at a school of own region` */
const ROW = /^(\S+ \S+) for (\w+) at a school of (\w+) region$/;

/** Counts what the walk over all routes, roles and regions was answered, from Jest's report of it. */
export function countAnswers({ testResults }: JestReport): PermissionAnswers {
  const [routes, roles, places] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const wrong: string[] = [];
  let answers = 0;
  for (const { ancestorTitles, title, status } of testResults.flatMap(
    ({ assertionResults }) => assertionResults,
  )) {
    const [, route, role, place] = ROW.exec(ancestorTitles[0] ?? '') ?? [];
    if (route && role && place) {
      answers += 1;
      routes.add(route);
      roles.add(role);
      places.add(place);
    }
    if (status !== 'passed') wrong.push([...ancestorTitles, title].join(': '));
  }
  return { routes: [...routes], roles: [...roles], places: [...places], answers, wrong };
}
