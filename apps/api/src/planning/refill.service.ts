import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { PlaceTaker, VisitRefill } from '@tracker/contract';
import {
  type Day,
  formatDay,
  kmInWords,
  oneDecimal,
  PlanView,
  type Refill,
  refill,
  stateInWords,
} from '@tracker/domain';
import { Clock } from '@tracker/work';
import type { DataSource } from 'typeorm';
import { notFound } from '../http/problem';
import { BestDaysService, daysOf, type RegionAtHand } from './best-days.service';
import { VISIT_TO_REFILL } from './planning.queries';

const NOTHING: VisitRefill = { place: null, daysForSchool: [], schoolsForPlace: [] };

/** P10: what can be done about a visit that was cancelled. */
@Injectable()
export class RefillService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly days: BestDaysService,
  ) {}

  /** @throws 404 */
  async of(visitId: string): Promise<VisitRefill> {
    const visit = await VISIT_TO_REFILL.row(this.dataSource, visitId);
    if (!visit) throw notFound('the visit');
    const { schoolId, status, date, visitorId, visitorName, isTaken } = visit;
    if (status !== 'cancelled' || date === null || date <= this.clock.today()) return NOTHING;
    const atHand = await this.days.read({ schoolId, besideVisitorId: visitorId });
    const { problem } = atHand.reading;
    const isBooked = problem.booked.some(({ urn }) => urn === atHand.urn);
    const others = { ...atHand, lines: atHand.lines.filter(({ urn }) => urn !== atHand.urn) };
    const daysForSchool = isBooked ? [] : daysOf(others);
    const isOpen = !isTaken && date >= problem.horizon.from && date <= problem.horizon.to;
    if (visitorId === null || visitorName === null || !isOpen) {
      return { ...NOTHING, daysForSchool };
    }
    const place = { date, visitorId };
    return {
      place: { ...place, visitorName },
      daysForSchool,
      schoolsForPlace: takersOf(atHand, place),
    };
  }
}

/** Without the school that cancelled: it cannot on that day. */
function takersOf({ reading, lines, urn }: RegionAtHand, place: Place): PlaceTaker[] {
  const { problem, schoolIds } = reading;
  const schools = problem.schools.filter((school) => school.urn !== urn);
  const others = { ...problem, schools };
  const rest = lines.filter((line) => line.urn !== urn);
  const view = new PlanView(others, rest);
  return refill(others, rest, place).flatMap((found) => {
    const school = view.schools.get(found.urn);
    const schoolId = schoolIds.get(found.urn);
    if (!school || schoolId === undefined) return [];
    const { name } = school;
    const reason = reasonFor(view, found, place);
    const { plannedFor } = found;
    return [
      { schoolId, urn: found.urn, name, km: oneDecimal(Math.max(0, found.km)), plannedFor, reason },
    ];
  });
}

interface Place {
  date: Day;
  visitorId: string;
}

/** `Overdue; 1.2 km from Hatch End Primary; planned for Tue 4 Mar 2025 until now.` */
function reasonFor(view: PlanView, { urn, plannedFor }: Refill, place: Place): string {
  const school = view.schools.get(urn)!;
  const [nearest] = view
    .companions({ urn, ...place })
    .map((other) => ({
      name: view.schools.get(other.urn)!.name,
      km: view.kmBetween(urn, other.urn),
    }))
    .sort((a, b) => a.km - b.km);
  const due = school.state === 'due' && school.dueOn ? `Due by ${formatDay(school.dueOn)}` : null;
  const parts = [
    due ?? stateInWords(school.state),
    ...(nearest ? [`${kmInWords(nearest.km)} from ${nearest.name}`] : []),
    ...(plannedFor ? [`planned for ${formatDay(plannedFor)} until now`] : []),
  ];
  return `${parts.join('; ')}.`;
}
