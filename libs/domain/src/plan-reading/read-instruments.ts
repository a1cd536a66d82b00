import { listOf, type FoundIn } from './collect';
import { notStated, stated, type FieldReading } from './document-to-read';
import { hubsIn, namesHub, partnersIn } from './organisation-names';
import { unique } from './plain-text';
import type { PlanWords } from './plan-words';
import { findStages } from './stages';
import { passageOf, type Statement } from './statements';

export interface WholeClassInstrument {
  /** `y4`, or a key stage where no years are told. */
  years: string[];
  instrument: string | null;
  provider: string | null;
}

const PROGRAMME =
  /\b(first access|whole[- ]class (?:ensemble |instrumental |instrument )*(?:teaching|tuition|lessons?|learning|programme|project|instruments?|sessions?)|whole[- ]class \w+ (?:lessons?|tuition|teaching|sessions?|project)|WCET|WCIT|wider opps?\b|wider opportunities)/i;
/** "Year 4 learn to play the ukulele". */
const LEARN =
  /\b(?:learns?|taught|are learning|receives?|has|have|studies|study|plays?)\b[^.]{0,60}\b/i;
const PROPOSAL =
  /\b(clubs?|after[ -]school|optional|opportunity to (?:have|take up|sign up)|individual|small[- ]group|paid|parents|peripatetic|choose)\b/i;

/** First Access and other teaching of an instrument to whole classes. */
export function readWholeClass(
  statements: readonly Statement[],
  words: PlanWords,
  hub: string | null,
): FieldReading<WholeClassInstrument[]> {
  const found = statements.flatMap((statement, i): FoundIn<WholeClassInstrument>[] => {
    const { text, under, goal, section } = statement;
    if (goal || section === 'further' || statement.kind === 'heading') return [];
    const named = PROGRAMME.test(text);
    if (!named && !(isClassLearning(statement) && words.instruments(text).length > 0)) return [];
    const next = statements[i + 1];
    const around = named && next?.block === statement.block ? `${text} ${next.text}` : text;
    const instruments = words.instruments(text);
    const all = instruments.length > 0 ? instruments : named ? words.instruments(around) : [];
    const years = yearsIn(text).length > 0 ? yearsIn(text) : yearsIn(under);
    if (all.length === 0 && years.length === 0) return [];
    const provider =
      providerIn(text, words, hub) ?? (named ? providerIn(around, words, hub) : null);
    if (all.length === 0) return [{ value: { years, instrument: null, provider }, statement }];
    return pairs(text, words, years, all).map((pair) => ({
      value: {
        ...pair,
        provider: providerIn(pair.said, words, hub) ?? (pair.said === text ? provider : null),
      },
      statement,
    }));
  });
  if (found.length === 0) return notStated();
  const kept = [
    ...new Map(found.toReversed().map((each) => [keyOf(each.value), each])).values(),
  ].reverse();
  const values = kept.map(({ value: { years, instrument, provider } }) => ({
    years,
    instrument,
    provider,
  }));
  return stated(values, 'likely', unique(kept.map(({ statement }) => statement)).map(passageOf));
}

interface Pair {
  years: string[];
  instrument: string;
  /** The part of the sentence that says so. */
  said: string;
}

/** "Year 3 learn the recorder and Year 4 the violin" is two; one instrument may be for many years. */
function pairs(text: string, words: PlanWords, years: string[], instruments: string[]): Pair[] {
  const told = findStages(text).filter(({ stages }) => stages.some((stage) => /^y\d/.test(stage)));
  const parts = told.map(({ stages, at }, i) => {
    const said = text.slice(i === 0 ? 0 : at, told[i + 1]?.at ?? text.length);
    return { stages, said, own: words.instruments(said) };
  });
  if (parts.length < 2 || parts.some(({ own }) => own.length === 0)) {
    return instruments.map((instrument) => ({ years, instrument, said: text }));
  }
  return parts.flatMap(({ stages, said, own }) =>
    own.map((instrument) => ({
      years: stages.filter((stage) => /^y\d/.test(stage)),
      instrument,
      said,
    })),
  );
}

const keyOf = ({ years, instrument }: WholeClassInstrument) => `${years.join()} ${instrument}`;
const yearsIn = (text: string): string[] =>
  unique(findStages(text).flatMap(({ stages }) => stages)).filter((stage) => /^y\d/.test(stage));

function isClassLearning({ text, section }: Statement): boolean {
  if (section === 'partC' || PROPOSAL.test(text)) return false;
  const [year] = findStages(text).filter(({ stages }) =>
    stages.some((stage) => /^y\d/.test(stage)),
  );
  const behind = year ? text.slice(year.end, year.end + 120) : '';
  const learns =
    LEARN.test(behind) &&
    /\b(learn\w*|taught|whole[- ]class|all (?:children|pupils)|lessons? (?:on|in)|tuition)\b/i.test(
      text,
    );
  return (
    learns &&
    !/\b(some|selected|composers?|listen|sounds? of|song|compos\w+|notation)\b/i.test(behind)
  );
}

function providerIn(text: string, words: PlanWords, hub: string | null): string | null {
  const [named] = hubsIn(text);
  if (named) return named;
  if (hub !== null && namesHub(text, hub)) return hub;
  const [partner] = partnersIn(text, words);
  if (partner) return partner;
  const byHub = /\b(?:by|from|with|through) (?:\w+ ){0,4}(?:music )?(?:hub|service)\b/i.test(text);
  return hub !== null && byHub ? hub : null;
}

const PLAYING =
  /\b(play\w*|learn\w*|us(?:e|es|ed|ing)|explor\w+|instruments?|skills?|experience|access|range|introduc\w+|taught|study|stud(?:y|ies|ied)|develop\w*|practical|includ\w+|perform\w*|compos\w+)\b/i;
const NOT_IN_CLASS =
  /\b(individual|one[ -]to[ -]one|1[:-]1|small[- ]group|peripatetic|private|tuition|clubs?|orchestra|after[ -]school|lunch\w*|parents?|visit(?:s|ed|ing)? (?:from|to|by)|concerts?|trips?|watch\w*|listen\w* to|ensembles?|performed? (?:by|to)|paid|cost|charged?)\b/i;

/** What is played in class today: no lessons one by one, no clubs, nothing that is only planned. */
export function readClassroomInstruments(
  statements: readonly Statement[],
  words: PlanWords,
  wholeClass: readonly { text: string }[],
): FieldReading<string[]> {
  const elsewhere = new Set(wholeClass.map(({ text }) => text));
  const found = statements.flatMap((statement): FoundIn<string>[] => {
    const { text, under, goal, section, kind } = statement;
    if (goal || section === 'partB' || section === 'partC' || section === 'further') return [];
    if (NOT_IN_CLASS.test(text) || NOT_IN_CLASS.test(under) || elsewhere.has(text)) return [];
    const listed = kind === 'cell' || kind === 'item';
    if (!listed && !PLAYING.test(text)) return [];
    const instruments = words.instruments(text);
    // Under "the following instruments" voices are one of them.
    const sings =
      kind === 'item' &&
      /\binstruments\b/i.test(under) &&
      /\b(singing|voices?|vocals?)\b/i.test(text);
    return [...(sings ? ['voice'] : []), ...instruments].map((value) => ({ value, statement }));
  });
  return listOf(withoutFamilies(found));
}

/** "Recorders and other percussion" beside tuned percussion is that already; plain drums beside others too. */
function withoutFamilies(found: readonly FoundIn<string>[]): FoundIn<string>[] {
  const names = new Set(found.map(({ value }) => value));
  const more = (ending: string) =>
    [...names].some((name) => name !== ending && name.endsWith(ending));
  return found.filter(
    ({ value }) => !((value === 'percussion' || value === 'drums') && more(value)),
  );
}
