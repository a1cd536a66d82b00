import {
  academicYearOf,
  fsmBandOf,
  type QuestionFigures,
  type SurveyAnswers,
  type SurveyQuestion,
} from '@tracker/domain';

/** A hub as the slow reference knows it; indexes stand for ids. */
export interface ReferenceSchool {
  region: number | null;
  phase: string | null;
  fsmPercent: number | null;
  /** Schools that carry it on, all with a higher index; it is closed when there are any. */
  successors: number[];
}

export interface ReferenceResponse {
  school: number;
  survey: number;
  source: 'visit' | 'school';
  submitted: boolean;
  confirmed: boolean;
  answeredOn: string;
  answers: SurveyAnswers;
}

export interface ReferenceVisit {
  school: number;
  completed: boolean;
  counts: boolean;
  visitedOn: string;
  needs: number[];
}

export interface ReferenceGroup {
  academicYear: string;
  region?: number;
  phase?: string;
  fsmBand?: string;
}

/** Who carries a school on in the end: itself where nobody does. */
function heirsOf(schools: readonly ReferenceSchool[], at: number): number[] {
  const { successors } = schools[at] as ReferenceSchool;
  if (successors.length === 0) return [at];
  return [...new Set(successors.flatMap((successor) => heirsOf(schools, successor)))];
}

type Filter = 'region' | 'phase' | 'fsmBand';
const FILTERS: readonly Filter[] = ['region', 'phase', 'fsmBand'];

const valueOf = ({ region, phase, fsmPercent }: ReferenceSchool, filter: Filter) =>
  filter === 'region' ? region : filter === 'phase' ? phase : fsmBandOf(fsmPercent);

/** Walks through everything once for each question asked; slow, and easy to see through. */
export class AnswersReference {
  constructor(
    readonly schools: readonly ReferenceSchool[],
    readonly responses: readonly ReferenceResponse[],
    readonly visits: readonly ReferenceVisit[],
  ) {}

  /** School -> its newest response to a survey in a year; of one day the visit's, then the last. */
  answered(academicYear: string, survey: number): Map<number, ReferenceResponse> {
    const newest = new Map<number, ReferenceResponse>();
    for (const response of this.responses) {
      if (response.survey !== survey || !response.submitted || response.confirmed) continue;
      if (academicYearOf(response.answeredOn) !== academicYear) continue;
      for (const heir of heirsOf(this.schools, response.school)) {
        const known = newest.get(heir);
        const later =
          !known ||
          response.answeredOn > known.answeredOn ||
          (response.answeredOn === known.answeredOn && response.source >= known.source);
        if (later) newest.set(heir, response);
      }
    }
    return newest;
  }

  /** School -> the needs ticked at its counting visits of a year. */
  ticked(academicYear: string): Map<number, Set<number>> {
    const needs = new Map<number, Set<number>>();
    for (const visit of this.visits) {
      if (!visit.completed || !visit.counts) continue;
      if (academicYearOf(visit.visitedOn) !== academicYear) continue;
      for (const heir of heirsOf(this.schools, visit.school)) {
        const known = needs.get(heir) ?? new Set();
        visit.needs.forEach((need) => known.add(need));
        needs.set(heir, known);
      }
    }
    return needs;
  }

  /** Those of some schools that are in a group; `except` leaves one filter out. */
  inGroup(schools: Iterable<number>, group: ReferenceGroup, except?: Filter): number[] {
    return [...schools].filter((at) =>
      FILTERS.every(
        (filter) =>
          filter === except ||
          group[filter] === undefined ||
          valueOf(this.schools[at] as ReferenceSchool, filter) === group[filter],
      ),
    );
  }

  /** Whether a group is too small, or what is left of the whole without it and others is. */
  isHidden(schools: Iterable<number>, group: ReferenceGroup, name: (region: number) => string) {
    const all = [...schools];
    if (this.inGroup(all, group).length < 5) return true;
    return FILTERS.filter((filter) => group[filter] !== undefined).some((filter) => {
      const beside = this.inGroup(all, group, filter);
      const counts = new Map<unknown, number>();
      for (const at of beside) {
        const value = valueOf(this.schools[at] as ReferenceSchool, filter);
        counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      const entries = [...counts].map(([value, count]) => ({ value, count }));
      const small = entries.filter(({ value, count }) => value === null || count < 5);
      const left = small.reduce((sum, { count }) => sum + count, 0);
      if (left === 0 || left >= 5) return false;
      const asText = (value: unknown) => (typeof value === 'number' ? name(value) : String(value));
      const [given] = entries
        .filter((entry) => !small.includes(entry))
        .sort((a, b) => a.count - b.count || (asText(a.value) < asText(b.value) ? -1 : 1));
      return given?.value === group[filter];
    });
  }
}

/** The figures of a question from its answers, counted one by one. */
export function figuresOf(
  question: SurveyQuestion,
  answers: readonly unknown[],
): Pick<QuestionFigures, 'answers' | 'choices' | 'spread'> {
  const keys =
    question.type === 'yes_no'
      ? ['true', 'false']
      : question.type === 'rating'
        ? ['1', '2', '3', '4', '5']
        : question.options.map(({ key }) => key);
  const choices = keys.map((key) => {
    const schools = answers.filter((answer) =>
      Array.isArray(answer) ? answer.includes(key) : String(answer) === key,
    ).length;
    const label =
      question.options.find((option) => option.key === key)?.label ??
      ({ true: 'Yes', false: 'No' }[key] || key);
    return { key, label, schools, share: Math.round((schools / answers.length) * 1000) / 1000 };
  });
  return { answers: answers.length, choices, spread: spreadOf(answers) };
}

function spreadOf(answers: readonly unknown[]): QuestionFigures['spread'] {
  const sorted = answers.filter((one): one is number => typeof one === 'number');
  if (sorted.length === 0) return null;
  sorted.sort((a, b) => a - b);
  const at = (part: number) => {
    const place = part * (sorted.length - 1);
    const below = sorted[Math.floor(place)] as number;
    const above = sorted[Math.ceil(place)] as number;
    return Math.round((below + (above - below) * (place - Math.floor(place))) * 100) / 100;
  };
  return {
    ...{ lowest: at(0), lowerQuartile: at(0.25), median: at(0.5) },
    ...{ upperQuartile: at(0.75), highest: at(1) },
  };
}
