import { NameFinder, PLAN_LISTS, type PlanLists } from './plan-lists';
import { LabelFinder } from './find-labels';
import { unique } from './plain-text';

/** The lists of a hub, ready to be looked for in texts. Making them takes longer than using them. */
export class PlanWords {
  readonly labels: LabelFinder;
  readonly schemes: NameFinder;
  readonly organisations: NameFinder;
  private readonly instrumentNames: NameFinder;

  constructor(lists: PlanLists = PLAN_LISTS) {
    this.labels = new LabelFinder(lists.labels);
    this.schemes = new NameFinder(lists.schemes, true);
    this.organisations = new NameFinder(lists.organisations, true);
    this.instrumentNames = new NameFinder(lists.instruments, false);
  }

  /** The instruments a text names, in its order; two at once become two. */
  instruments(text: string): string[] {
    // An organ of the body, a school of strings and a band of brass are no instruments.
    const cleared = text.replace(NO_INSTRUMENT, (match) => ' '.repeat(match.length));
    const names = this.instrumentNames.find(cleared).flatMap(({ name }) => BOTH[name] ?? [name]);
    return unique(names);
  }
}

const BOTH: Record<string, readonly string[]> = {
  'tuned and untuned percussion': ['tuned percussion', 'untuned percussion'],
  'tuned and untuned instruments': ['tuned instruments', 'untuned instruments'],
};
const NO_INSTRUMENT =
  /\b(?:brass|steel|wind|woodwind|samba|drum|ukulele|guitar|recorder|string|strings|percussion|jazz|rock|handbell|cello|violin|flute|keyboard)s? (?:bands?|ensembles?|groups?|clubs?|orchestras?|choirs?|quartets?)\b|\bsteel pans? band\b|\bbody percussion\b|\bdrum (?:and|&|n) bass\b|\b(?:voice|audio|video) recorders?\b/gi;
