import { blocksOfText } from '../blocks-of-text';
import type { PlanContext } from '../plan-warnings';
import { readPlan, type PlanField } from '../read-plan';

export const TODAY = '2026-11-20';

/** What a text, as it is pasted, is read as. */
export const readText = (text: string, context: PlanContext = {}) =>
  readPlan({ title: null, blocks: blocksOfText(text) }, TODAY, context);

/** What one sentence under the heading of a part states of one field. */
export const said = (field: PlanField, text: string, part = 'Part A: Curriculum music'): unknown =>
  readText(`${part}\n\n${text}`).fields[field].value;
