import { isCross, saysNeither, yesOrNo } from '../visit-sheet/yes-no';
import { sheetText, type SheetCell } from '../visit-sheet/sheet-cell';
import { plainSigns } from '../visit-sheet/written-text';

/** What a cell says of there being a plan; what is none of the others is taken for its address. */
export type PlanCell = 'nothing' | 'yes' | 'no' | 'cross' | 'address';

const NOTHING = /^(-+|\.+|n\/?a|n\.a\.?|#n\/a|not (yet )?(checked|looked( for)?)|to (check|do))$/i;
const NONE =
  /^(none|nil|nothing|missing|(none|not|nothing|no (plan|smdp)) ?(yet )?(found|published|seen|available|there|on (the )?(web)?site|online)?( yet)?)$/i;
const ADDRESS = /https?:|\bwww\.|^\S*[a-z\d]\.[a-z]\S*$/i;

/** The cell of a column that says yes or no, or where the plan is. */
export function readPlanCell(text: string): PlanCell {
  const said = plainSigns(text);
  if (said === '' || NOTHING.test(said) || saysNeither(said)) return 'nothing';
  if (isCross(said)) return 'cross';
  if (NONE.test(said)) return 'no';
  if (ADDRESS.test(said)) return 'address';
  const answer = yesOrNo(said);
  if (answer !== null) return answer ? 'yes' : 'no';
  return 'address';
}

const WRITTEN_OUT = /^(https?:|www\.)/i;

/**
 * The address behind a cell such as "plan" or "Yes", which says no more than that there is one; a cell
 * that says otherwise, or writes the address out, stays as it is.
 */
export function linkBehind(cell: SheetCell, link: string | undefined): SheetCell {
  const text = sheetText(cell);
  const says = readPlanCell(text);
  if (link === undefined || WRITTEN_OUT.test(text)) return cell;
  return says === 'yes' || says === 'address' ? link : cell;
}
