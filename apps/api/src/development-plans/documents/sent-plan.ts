import { createReadStream } from 'node:fs';
import { createHash } from 'node:crypto';
import type { FieldError } from '@tracker/contract';
import { atMostSentence, checkPlanAddress, LIMITS } from '@tracker/domain';
import { isUUID } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { unacceptable } from '../../http/problem';
import { receiveParts, type ReceivedParts } from '../../http/receive-parts';

/** A plan that somebody captured. */
export interface SentPlan {
  schoolId: string;
  /** Where it was found. */
  address: string | null;
  /** It may be on record of another school. */
  shared: boolean;
  /** As the sender's computer calls it; null where the text was pasted. */
  fileName: string | null;
  /** Null of one that is to be fetched. */
  sha256: string | null;
  bytes: number;
  content: (() => AsyncIterable<Buffer | string>) | null;
}

/** Bytes of a text in its longest encoding, and so many more that one too long is seen as such. */
const TEXT_BYTES = 1024 * 1024;
const FIELDS = ['schoolId', 'text', 'address', 'shared', 'fetch'];

/** As `receiveParts`: the largest file is 10 MB. */
export const receivePlan = (request: FastifyRequest, dataDir: string): Promise<ReceivedParts> =>
  receiveParts(request, dataDir, {
    ...{ largest: LIMITS.plan.bytes, field: TEXT_BYTES, fields: 10 },
    undone: 'Nothing was kept;',
  });

/**
 * What was sent, checked.
 *
 * @throws 422 naming every field that is wrong
 */
export function sentPlan({ file, fields }: ReceivedParts): SentPlan {
  const errors: FieldError[] = [];
  const wrong = (field: string, message: string) => void errors.push({ field, message });
  const one = (field: string): string => fields.get(field)?.[0]?.trim() ?? '';
  for (const [field, values] of fields) {
    if (!FIELDS.includes(field)) wrong(field, `There is no field "${field.slice(0, 40)}" here.`);
    else if (values.length > 1) wrong(field, `"${field}" was sent twice.`);
  }
  const schoolId = one('schoolId').toLowerCase();
  if (!isUUID(schoolId)) wrong('schoolId', 'Say which school the plan is of.');
  const flag = (field: string): boolean => {
    const value = one(field);
    if (!['', 'true', 'false'].includes(value)) wrong(field, `${field} is true or false.`);
    return value === 'true';
  };
  const [shared, fetch] = [flag('shared'), flag('fetch')];
  const typed = one('address');
  const checked = typed === '' ? { address: null, problem: null } : checkPlanAddress(typed);
  if (checked.problem !== null) wrong('address', checked.problem);

  const text = fields.get('text')?.[0] ?? '';
  const hasText = text.trim() !== '';
  if (fetch) {
    if (file || fields.has('text')) {
      wrong('fetch', 'Send a file or its text, or have it fetched, not both.');
    }
    if (typed === '') wrong('address', 'Give the address that it is to be fetched from.');
  } else if (file && hasText) wrong('text', 'Send a file or its text, not both.');
  else if (!file && fields.has('text') && !hasText) wrong('text', 'Paste the text of the plan.');
  else if (!file && !hasText) wrong('file', 'Choose a file, or paste the text of the plan.');
  if (file?.bytes === 0) wrong('file', 'The file is empty.');
  if (text.length > LIMITS.plan.characters) {
    wrong('text', atMostSentence('The text', LIMITS.plan.characters));
  }
  if (errors.length > 0) throw unacceptable(errors);
  const of = { schoolId, address: checked.address, shared };
  if (of.address !== null && fetch) {
    return { ...of, fileName: nameAt(of.address), sha256: null, bytes: 0, content: null };
  }
  if (file) {
    const { path, fileName, sha256, bytes } = file;
    return { ...of, fileName, sha256, bytes, content: () => createReadStream(path) };
  }
  const bytes = Buffer.from(text);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const content = async function* () {
    yield bytes;
  };
  return { ...of, fileName: null, sha256, bytes: bytes.length, content };
}

/** What a file would be called that is saved from an address. */
function nameAt(address: string): string {
  const { hostname, pathname } = new URL(address);
  const last = pathname.split('/').findLast((part) => part !== '') ?? hostname;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
