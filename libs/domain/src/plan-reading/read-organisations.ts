import { notStated, stated, withoutValue, type FieldReading } from './document-to-read';
import { whyNoValue } from './empty-values';
import type { LabelledValue } from './labelled-values';
import { hubsIn, partnersIn, sameOrganisation, splitOrganisations } from './organisation-names';
import type { Named } from './named';
import { oneLine, plainText } from './plain-text';
import type { PlanWords } from './plan-words';
import { passageOf, type Statement } from './statement';

/** More than any school works with. */
const MOST = 60;

/** The local music hub: behind its label, or the one that sentences name. */
export function readHub(
  labelled: LabelledValue | undefined,
  statements: readonly Statement[],
): FieldReading<string> {
  const text = oneLine((labelled?.text ?? '').replace(/https?:\S+|www\.\S+/gi, ' ')).replace(
    /[\s.:,–-]+$/,
    '',
  );
  const why = labelled ? whyNoValue(text) : 'not_stated';
  if (labelled && why === null) return stated(text, labelled.mark, [labelled.passage]);
  const named = statements.flatMap((statement) =>
    hubsIn(statement.text).map((name) => ({ name, statement })),
  );
  const [first] = named;
  if (first)
    return stated(first.name, named.some(({ name }) => name !== first.name) ? 'unsure' : 'likely', [
      passageOf(first.statement),
    ]);
  return labelled && why !== 'not_stated'
    ? withoutValue(why ?? 'blank', [labelled.passage])
    : notStated();
}

/**
 * Partner organisations beside the hub.
 *
 * @param hub as the document names it
 * @param ours our hub, which is none of them under any of its names (rule 25)
 */
export function readOtherOrganisations(
  labelled: LabelledValue | undefined,
  statements: readonly Statement[],
  hub: string | null,
  words: PlanWords,
  ours?: Named,
): FieldReading<string[]> {
  const shortForms = new Set(ours?.others.map(plainText));
  const isHub = (name: string) =>
    [hub, ours?.name].some((of) => of != null && sameOrganisation(name, of, words)) ||
    shortForms.has(plainText(name));
  const why = labelled ? whyNoValue(labelled.text) : 'not_stated';
  if (labelled && why === null) {
    const names = splitOrganisations(labelled.text, words).filter((name) => !isHub(name));
    if (names.length > 0) return stated(names, labelled.mark, [labelled.passage]);
  }
  if (why === 'none') return withoutValue('none', [labelled!.passage]);
  const told = statements.filter(({ goal, section }) => !goal && section !== 'further');
  const partners = told
    .flatMap((statement) =>
      partnersIn(statement.text, words)
        .filter(
          (name) => !isHub(name) && hubsIn(name).length === 0 && words.schemes.named(name) === null,
        )
        .map((name) => ({ name, statement })),
    )
    .slice(0, MOST);
  if (partners.length > 0) {
    const names = partners
      .map(({ name }) => name)
      .filter(
        (name, i, all) => all.findIndex((other) => sameOrganisation(other, name, words)) === i,
      );
    return stated(
      names,
      'likely',
      [...new Set(partners.map(({ statement }) => statement))].map(passageOf),
    );
  }
  return labelled
    ? withoutValue(why === null ? 'blank' : why === 'not_stated' ? 'blank' : why, [
        labelled.passage,
      ])
    : notStated();
}
