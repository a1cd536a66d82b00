import type {
  ContactRole,
  LogVisit,
  NewVisit,
  PersonToMeet,
  SurveyVersion,
  Visit,
  VisitSurvey,
} from '@tracker/contract';
import {
  type EngagementLevel,
  type GivenAnswers,
  surveyCount,
  surveyPages,
  type VisitKind,
} from '@tracker/domain';
import { newKey } from '../providers/idempotency';
import { pathOf } from '../providers/route-path';

/** One step of the form, in order. */
export const LOG_STEPS = ['who', 'survey', 'found', 'actions', 'next', 'check'] as const;
export type LogStep = (typeof LOG_STEPS)[number];

export interface PersonTyped {
  /** Of a contact of the school; empty for somebody new. */
  contactId: string;
  name: string;
  role: ContactRole;
  email: string;
  telephone: string;
}

export interface ActionTyped {
  title: string;
  detail: string;
  ownerId: string;
  dueOn: string;
  priority: 'low' | 'normal' | 'high';
}

/** The form as it is filled in; empty text where something is left open. */
export interface LogTyped {
  visitedOn: string;
  kind: VisitKind;
  people: PersonTyped[];
  metWith: string;
  summary: string;
  strengths: string;
  strengthTagIds: string[];
  needs: string;
  needTagIds: string[];
  engagementLevel: EngagementLevel | null;
  engagementReason: string;
  actions: ActionTyped[];
  followUp: {
    wanted: boolean;
    scheduledOn: string;
    startTime: string;
    visitorId: string;
    reason: string;
  };
  /**
   * Null where no survey is published. The version it was begun with, questions and all: a newer one
   * published meanwhile changes nothing under the pen.
   */
  survey: {
    version: SurveyVersion;
    answers: GivenAnswers;
    /** It was gone through at the visit. */
    asked: boolean;
    /** Not all of it: what is there is kept and does not count as a survey. */
    partly: boolean;
  } | null;
}

/**
 * - `draft`: still being written
 * - `waiting`: finished, to be sent when there is a signal
 * - `attention`: the tracker did not take it; the person decides what becomes of it
 * - `sent`: on the tracker
 */
export type DeviceLogState = 'draft' | 'waiting' | 'attention' | 'sent';

/** Why the tracker did not take a log. */
export interface Refusal {
  status: number;
  sentence: string;
  /** By path of the input. */
  errors: Record<string, string>;
  /** The visit as it is on the tracker, where it changed meanwhile. */
  current: Visit | null;
}

/** The tracker could not take a log for now; it is tried again by itself. */
export interface Hold {
  /** Attempts that failed one after the other. */
  tries: number;
  /** Why, in a sentence. */
  sentence: string;
  /** ISO 8601 instant before which it is not tried again by itself. */
  notBefore: string;
}

/** A log on this device, from its first word until it is on the tracker. */
export interface DeviceLog {
  id: string;
  /** Idempotency-Key of its sending; another one after a refused log was changed. */
  key: string;
  userId: string;
  /** Null for a visit nobody planned. */
  visitId: string | null;
  schoolId: string;
  schoolName: string;
  regionId: string | null;
  /** Null once it is sent: nothing of it stays on the device. */
  typed: LogTyped | null;
  step: LogStep;
  state: DeviceLogState;
  /**
   * What is on its way while no answer has come back: it may be on the tracker already, so it is sent
   * again letter for letter, by whatever version of the page, and can be changed only after an answer.
   */
  underWay: LogRequest | null;
  refusal: Refusal | null;
  /** Only while it waits. Logs of earlier versions of the page say nothing of it. */
  hold?: Hold | null;
  /** ISO 8601 instants. */
  createdAt: string;
  savedAt: string;
  finishedAt: string | null;
  sentAt: string | null;
}

/** The one request that puts a log on the tracker. */
export interface LogRequest {
  url: string;
  /** JSON. */
  body: string;
}

export interface LogPlace {
  userId: string;
  visit: Visit | null;
  school: { id: string; name: string; regionId: string | null };
}

export function newLog({ userId, visit, school }: LogPlace, typed: LogTyped): DeviceLog {
  const now = new Date().toISOString();
  return {
    ...{ id: newKey(), key: newKey(), userId, visitId: visit?.id ?? null },
    ...{ schoolId: school.id, schoolName: school.name, regionId: school.regionId },
    ...{ typed, step: 'who', state: 'draft', underWay: null, refusal: null },
    ...{ createdAt: now, savedAt: now, finishedAt: null, sentAt: null },
  };
}

const orNull = (text: string): string | null => text.trim() || null;

/** Somebody met, as the tracker is told. */
export function personOf({ contactId, name, role, email, telephone }: PersonTyped): PersonToMeet {
  if (contactId) return { contactId };
  return { name: name.trim(), role, email: orNull(email), telephone: orNull(telephone) };
}

function surveyOf({ version, answers, partly }: NonNullable<LogTyped['survey']>): VisitSurvey {
  // What is left open is not sent: the server keeps what is answered.
  const given = Object.entries(answers).filter(([, answer]) => answer !== undefined);
  return {
    versionId: version.id,
    answers: Object.fromEntries(given) as VisitSurvey['answers'],
    submitted: !partly,
  };
}

/** One nobody answered anything of was not gone through, whatever is ticked. */
const hasAnswers = ({ version, answers }: NonNullable<LogTyped['survey']>): boolean =>
  surveyCount(surveyPages(version, answers, [])).answered > 0;

/** What is sent of a log. */
export function outcomeOf(typed: LogTyped): Omit<LogVisit, 'version' | 'schoolId'> {
  const { followUp, survey } = typed;
  return {
    visitedOn: typed.visitedOn,
    metWith: orNull(typed.metWith),
    peopleMet: typed.people.map(personOf),
    summary: typed.summary,
    strengths: orNull(typed.strengths),
    strengthTagIds: typed.strengthTagIds,
    needs: orNull(typed.needs),
    needTagIds: typed.needTagIds,
    engagementLevel: typed.engagementLevel,
    engagementReason: orNull(typed.engagementReason),
    actions: typed.actions.map(({ title, detail, ownerId, dueOn, priority }) => ({
      ...{ title, priority, detail: orNull(detail) },
      ...{ ownerId: orNull(ownerId), dueOn: orNull(dueOn) },
    })),
    followUpVisit: followUp.wanted
      ? {
          scheduledOn: orNull(followUp.scheduledOn),
          startTime: followUp.scheduledOn ? orNull(followUp.startTime) : null,
          visitorId: orNull(followUp.visitorId),
          reason: followUp.reason,
        }
      : null,
    ...(survey?.asked && hasAnswers(survey) && { survey: surveyOf(survey) }),
  };
}

/**
 * How a log is sent. It says which school it is about and not which version of the visit was seen: that
 * the visit was moved or confirmed meanwhile does not change what happened there.
 */
export function requestOf({ visitId, schoolId }: DeviceLog, typed: LogTyped): LogRequest {
  const outcome = outcomeOf(typed);
  if (visitId) {
    const log: LogVisit = { ...outcome, schoolId };
    const url = pathOf('POST /api/visits/{id}/outcome', { id: visitId });
    return { url, body: JSON.stringify(log) };
  }
  const visit: NewVisit = { schoolId, kind: typed.kind, outcome };
  return { url: pathOf('POST /api/visits'), body: JSON.stringify(visit) };
}
