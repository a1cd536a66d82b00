import type {
  Contact,
  Import,
  Mail,
  PlanDocument,
  School,
  SignedInUser,
  Survey,
  SurveyResponse,
  Visit,
} from '@tracker/contract';
import { newQuestion } from '@tracker/domain';
import { type Client, importFile, schoolCalled } from './prepared-hub';
import { publishSurvey } from './published-survey';
import { resourceScreens } from './resource-screens';
import type { Screen } from './screen';

/**
 * Every screen of the tracker, once something is on record behind each of its commands. Screens that
 * follow each other have different headings.
 *
 * @param today the day of the tracker, `YYYY-MM-DD`
 */
export async function everyScreen(head: Client, today: string): Promise<Screen[]> {
  const surveys = await twoSurveys(head);
  const [done] = await head.get<Import[]>('/imports');
  const atSchools: Screen[] = [];
  for (const name of ['Alder Primary School', 'Cedar School']) {
    const school = await schoolCalled(head, name);
    const { regionId } = school;
    const screens = await screensAt(head, school, surveys.published.versions[0]?.id, today);
    atSchools.push(...screens.map((screen) => ({ ...screen, regionId })));
  }
  // One of the two mails about them waits still, the other one is taken back.
  const [mail] = await head.get<Mail[]>('/mails');
  await head.post(`/mails/${mail?.id}/cancel`, {});
  await rememberedName(head);
  await deletedContact(head);
  return [
    { path: '/priority-queue', heading: 'Priority queue', route: 'GET /api/priority-queue' },
    { path: '/plan-round', heading: 'Plans', route: 'GET /api/plan-round' },
    {
      ...{ path: '/plan-documents', heading: 'Documents of plans' },
      route: 'GET /api/plan-documents',
    },
    { path: '/plan-figures', heading: 'What plans say', route: 'GET /api/plan-figures' },
    { path: '/schools', heading: 'Schools', route: 'GET /api/schools' },
    { path: '/visits', heading: 'Visits', route: 'GET /api/visits' },
    { path: '/visits/calendar?region=', heading: 'Visits by day', route: 'GET /api/visits' },
    {
      path: '/visits/plan?year=2024-25',
      heading: 'Plan of 2024-25',
      route: 'GET /api/visit-plans/readiness',
    },
    { path: '/reports', heading: 'Make a file', route: 'POST /api/reports' },
    {
      path: '/reports/texts',
      heading: 'Texts of the stakeholder report',
      route: 'GET /api/report-narratives/{academicYear}',
    },
    {
      path: '/reports/templates',
      heading: 'Templates for figures by school',
      route: 'GET /api/report-templates',
    },
    { path: '/reports/digest', heading: 'Monthly email', route: 'GET /api/monthly-digest' },
    { path: '/', heading: 'Today', route: 'GET /api/today/summary' },
    { path: '/progress', heading: 'Progress', route: 'GET /api/progress' },
    { path: '/follow-up-actions', heading: 'Actions', route: 'GET /api/follow-up-actions' },
    { path: '/surveys', heading: 'Forms', route: 'GET /api/surveys' },
    surveyScreen(surveys.published),
    {
      path: '/school-answers',
      heading: 'What schools told us',
      route: 'GET /api/survey-summary',
    },
    surveyScreen(surveys.draft),
    { path: '/account', heading: 'My account', route: 'GET /api/auth/me' },
    ...atSchools,
    {
      path: '/on-this-device',
      heading: 'Your visits on this device',
      route: 'GET /api/offline-pack',
    },
    { path: '/imports', heading: 'Imports', route: 'GET /api/imports' },
    { path: '/imports/create', heading: 'Import a file', route: 'POST /api/imports' },
    {
      path: `/imports/${done?.id}/show`,
      heading: done?.fileName ?? '',
      route: 'GET /api/imports/{id}',
    },
    ...(await resourceScreens(head)),
    { path: '/mails', heading: 'Outbox', route: 'GET /api/mail-delivery' },
    {
      path: `/mails/${mail?.id}/show`,
      heading: mail?.subject ?? '',
      route: 'GET /api/mails/{id}',
    },
    { path: '/known-names', heading: 'Remembered names', route: 'GET /api/known-names' },
    { path: '/recently-deleted', heading: 'Recently deleted', route: 'GET /api/contacts/bin' },
    {
      path: '/settings/calendar',
      heading: 'Term dates',
      route: 'PUT /api/school-years/{year}',
    },
    {
      path: '/settings/visitors',
      heading: 'Visitors’ time',
      route: 'GET /api/visitors-time/{academicYear}',
    },
    { path: '/settings/tags', heading: 'Strengths', route: 'PUT /api/outcome-tags/{id}' },
    {
      path: '/settings/targets',
      heading: 'Parts of the regions',
      route: 'PUT /api/targets/{academicYear}',
    },
    { path: '/settings/rules', heading: 'Points of the score', route: 'PUT /api/hub-settings' },
    {
      path: '/settings/mail',
      heading: 'The hub, as schools see it',
      route: 'PUT /api/mail-settings',
    },
    { path: '/users', heading: 'Users', route: 'PUT /api/users/{id}' },
    { path: '/audit', heading: 'Audit trail', route: 'GET /api/audit' },
  ];
}

const surveyScreen = ({ id, title }: Survey): Screen => ({
  path: `/surveys/${id}`,
  heading: title,
  route: 'GET /api/surveys/{id}',
});

/** What the hub's own file calls a colleague, said once at the file. */
async function rememberedName(head: Client): Promise<void> {
  const { id: userId } = await head.get<SignedInUser>('/auth/me');
  const sheet = 'School,Date,Visited by\nAlder Primary School,12/11/2024,H.M.\n';
  const { id } = await importFile(head, 'visits', sheet, true);
  await head.post(`/imports/${id}/visitors`, { name: 'H.M.', userId });
}

async function deletedContact(head: Client): Promise<void> {
  const { id: schoolId } = await schoolCalled(head, 'Alder Primary School');
  const contact = { schoolId, name: 'Noel Finch', role: 'other' };
  const { id } = await head.post<Contact>('/contacts', contact);
  await head.remove(`/contacts/${id}`);
}

/** One that schools are asked and one that is not published yet. */
async function twoSurveys(head: Client): Promise<{ published: Survey; draft: Survey }> {
  const published = await publishSurvey(head, 'Have Your Say', [
    newQuestion({ key: 'choir', type: 'yes_no', text: 'Is there a choir?', required: true }),
  ]);
  const start = { title: 'Music at home', startFrom: 'empty' };
  return { published, draft: await head.post<Survey>('/surveys', start) };
}

/** With visits in each state that offers something, and mail about one that is confirmed. */
async function screensAt(
  head: Client,
  school: School,
  versionId: string | undefined,
  today: string,
): Promise<Screen[]> {
  const { id: schoolId, name } = school;
  const email = 'music@school.example';
  await head.post('/contacts', { schoolId, name: 'Asha Bell', role: 'music_lead', email });
  await head.post('/follow-up-actions', { schoolId, title: 'Lend six drums' });
  const logged = await head.post<Visit>('/visits', { schoolId, scheduledOn: today });
  const survey = { versionId, answers: { choir: true } };
  await head.post(`/visits/${logged.id}/outcome`, { visitedOn: today, summary: 'Fine.', survey });
  const [response] = await head.get<SurveyResponse[]>(
    `/survey-responses?filter=${encodeURIComponent(JSON.stringify({ schoolId }))}`,
  );
  await head.post('/survey-links', { schoolId });
  const confirmed = await head.post<Visit>('/visits', { schoolId, scheduledOn: '2024-12-03' });
  await head.post(`/visits/${confirmed.id}/confirm`, {});
  const visit = await head.post<Visit>('/visits', { schoolId, scheduledOn: today });
  const plan = await readPlan(head, school);
  const read = 'GET /api/visits/{id}';
  const log = 'POST /api/visits/{id}/outcome';
  // Between two with the same heading there is one that everybody may read.
  return [
    { path: `/visits/${visit.id}/show`, heading: `Visit to ${name}`, route: read },
    { path: `/visits/${visit.id}/log`, heading: `Log a visit to ${name}`, route: log },
    { path: `/schools/${schoolId}/show`, heading: name, route: 'GET /api/schools/{id}' },
    {
      path: `/plan-documents/create?schoolId=${schoolId}`,
      heading: `Capture the plan of ${name}`,
      route: 'POST /api/plan-documents',
    },
    {
      path: `/plan-documents/${plan.id}/show`,
      heading: `Plan of ${name}`,
      route: 'GET /api/plan-documents/{id}',
    },
    { path: `/visits/${logged.id}/show`, heading: `Visit to ${name}`, route: read },
    { path: `/visits/log?schoolId=${schoolId}`, heading: `Log a visit to ${name}`, route: log },
    {
      path: `/survey-responses/${response?.id}`,
      heading: `Have Your Say: ${name}`,
      route: 'GET /api/survey-responses/{id}',
    },
    {
      path: `/schools/${schoolId}/brief`,
      heading: `Brief: ${name}`,
      route: 'GET /api/schools/{id}/brief',
    },
  ];
}

/** A plan that waits to be confirmed. */
async function readPlan(head: Client, { id, name }: School): Promise<PlanDocument> {
  const form = new FormData();
  form.set('schoolId', id);
  form.set(
    'text',
    `Music development plan of ${name}\nAcademic year: 2024-25\nMusic lead: Asha Bell`,
  );
  let plan = await head.post<PlanDocument>('/plan-documents', form);
  for (let tries = 0; plan.status === 'reading' && tries < 200; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 150));
    plan = await head.get<PlanDocument>(`/plan-documents/${plan.id}`);
  }
  if (plan.status !== 'to_confirm') throw new Error(`The plan is ${plan.status}.`);
  return plan;
}
