import type { PlanDocumentReading } from '@tracker/contract';
import { type PlanFieldValue, PLAN_FIELD_WORDS } from '@tracker/domain';
import { planYearsInWords } from '@tracker/domain';
import type { NamedText, Overtaken } from '../conflicts/overtaken';
import { type Decisions, decidedValue } from './decisions';
import { REJECT_WORDS } from '../fields/plan-document-words';
import { valueInWords } from './field-words';

const inWords = (
  field: PlanDocumentReading['fields'][number]['field'],
  value: PlanFieldValue | null,
) => (value === null ? 'Not stated' : valueInWords(field, value).join('\n'));

/** Somebody else decided about the document first: theirs beside mine, of the fields on which the two differ. */
export function quicker(current: PlanDocumentReading, mine: Decisions): Overtaken {
  const who = current.decidedByName ?? 'Someone else';
  const rejected = current.status === 'rejected';
  const pairs = current.fields.flatMap((one): [NamedText, NamedText][] => {
    const decided = decidedValue(one, mine[one.field]);
    const theirs = one.outcome === null ? undefined : one.confirmed;
    if (decided === undefined || JSON.stringify(decided) === JSON.stringify(theirs)) return [];
    const name = PLAN_FIELD_WORDS[one.field];
    const said = theirs === undefined ? 'Nothing decided' : inWords(one.field, theirs);
    return [
      [
        [name, said],
        [name, inWords(one.field, decided)],
      ],
    ];
  });
  const years = current.academicYears.length > 0 ? planYearsInWords(current.academicYears) : null;
  const done = rejected
    ? `rejected this document: ${REJECT_WORDS[current.rejectReason ?? 'not_a_plan'].toLowerCase()}`
    : current.status === 'confirmed'
      ? `confirmed this plan${years ? ` for ${years}` : ''}`
      : 'changed this document';
  const same = pairs.length === 0 && !rejected;
  return {
    title: `${who} was quicker`,
    sentence: `${who} ${done} while you went through it. ${
      same ? 'You decided the same.' : 'What you decided is still here.'
    }`,
    now: [
      [
        'Status',
        rejected ? 'Rejected' : current.status === 'confirmed' ? 'Confirmed' : 'To confirm',
      ],
      ...pairs.map(([theirs]) => theirs),
    ],
    typed: pairs.map(([, own]) => own),
    goOn: rejected ? null : 'Confirm with mine',
  };
}
