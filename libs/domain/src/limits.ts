/**
 * Most characters of a text and most entries of a list, for the form that takes them down and the
 * server that keeps them: what is written in a hall is not refused a day later for its length.
 */
export const LIMITS = {
  visit: {
    purpose: 2_000,
    reason: 2_000,
    metWith: 500,
    peopleMet: 20,
    /** As much as a cell of Excel holds, and more. */
    summary: 40_000,
    strengths: 5_000,
    needs: 5_000,
    tags: 50,
    engagementReason: 2_000,
    actions: 50,
    followUpReason: 2_000,
  },
  contact: { name: 200, email: 254, telephone: 40 },
  action: { title: 300, detail: 5_000 },
  user: { name: 100, email: 254 },
  region: { name: 100, district: 200, districts: 500 },
  school: { notes: 20_000, phase: 100 },
  tag: { label: 60 },
  hold: { reason: 500 },
  hub: { name: 100, webAddress: 500 },
  reportTemplate: { name: 80 },
  schoolSurvey: { filledInBy: 200 },
  /** What keeps visits away from schools and visitors. */
  planning: { words: 100, windows: 40, why: 200, note: 1_000, unavailable: 100 },
  /** What a school writes by its link, and how many are offered days at once. */
  dayOffer: { words: 1_000, offers: 200 },
  /** The address of a published calendar, and the hosts that a hub reads them from. */
  busyCalendar: { address: 2_000, hosts: 10 },
  visitPlan: { name: 100, lines: 1_000 },
  /** Academic years that one plan covers, how far ahead of today's they may lie, and its document. */
  plan: { address: 500, years: 5, yearsAhead: 2, bytes: 10 * 1024 * 1024, characters: 200_000 },
  /** What a hub adds to the lists by which plans are read. */
  planWords: { name: 100, others: 20, entries: 300, labels: 50 },
  /** What a device says of the logs on it. */
  device: { label: 80, logs: 1_000, perPerson: 20 },
} as const;

const number = (count: number) => count.toLocaleString('en-GB');

/** `The name has at most 200 characters.` */
export const atMostSentence = (what: string, most: number): string =>
  `${what} has at most ${number(most)} characters.`;

/** What is wrong with the length of a text; null when nothing is. White space around it is not kept. */
export function lengthProblem(text: string | null | undefined, most: number): string | null {
  const length = text?.trim().length ?? 0;
  if (length <= most) return null;
  return `This has ${number(length)} characters; at most ${number(most)} are kept. Please shorten it.`;
}

/** The texts and lists of a log that have a limit. */
export interface LogToMeasure {
  metWith?: string | null;
  peopleMet?: readonly {
    contactId?: string | null;
    name?: string | null;
    email?: string | null;
    telephone?: string | null;
  }[];
  summary?: string | null;
  strengths?: string | null;
  strengthTagIds?: readonly string[];
  needs?: string | null;
  needTagIds?: readonly string[];
  engagementReason?: string | null;
  actions?: readonly { title?: string | null; detail?: string | null }[];
  followUpVisit?: { reason?: string | null } | null;
}

/** What is too long in a log, by path of the input. */
export function logLengthProblems(log: LogToMeasure): { field: string; message: string }[] {
  const { visit, contact, action } = LIMITS;
  const texts: [field: string, text: string | null | undefined, most: number][] = [
    ['metWith', log.metWith, visit.metWith],
    ['summary', log.summary, visit.summary],
    ['strengths', log.strengths, visit.strengths],
    ['needs', log.needs, visit.needs],
    ['engagementReason', log.engagementReason, visit.engagementReason],
    ['followUpVisit.reason', log.followUpVisit?.reason, visit.followUpReason],
    ...(log.peopleMet ?? []).flatMap(({ name, email, telephone }, i): typeof texts => [
      [`peopleMet.${i}.name`, name, contact.name],
      [`peopleMet.${i}.email`, email, contact.email],
      [`peopleMet.${i}.telephone`, telephone, contact.telephone],
    ]),
    ...(log.actions ?? []).flatMap(({ title, detail }, i): typeof texts => [
      [`actions.${i}.title`, title, action.title],
      [`actions.${i}.detail`, detail, action.detail],
    ]),
  ];
  const lists: [field: string, entries: number, most: number, sentence: string][] = [
    ['peopleMet', log.peopleMet?.length ?? 0, visit.peopleMet, 'people can be named'],
    ['strengthTagIds', log.strengthTagIds?.length ?? 0, visit.tags, 'strengths can be ticked'],
    ['needTagIds', log.needTagIds?.length ?? 0, visit.tags, 'needs can be ticked'],
    ['actions', log.actions?.length ?? 0, visit.actions, 'actions can be agreed at one visit'],
  ];
  return [
    ...texts.flatMap(([field, text, most]) => {
      const message = lengthProblem(text, most);
      return message ? [{ field, message }] : [];
    }),
    ...lists.flatMap(([field, entries, most, words]) =>
      entries > most ? [{ field, message: `At most ${most} ${words}.` }] : [],
    ),
  ];
}
