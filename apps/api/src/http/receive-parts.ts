import {
  FileTooLarge,
  forgetFile,
  LARGEST_UPLOAD,
  type ReceivedFile,
  receiveFile,
} from '@tracker/work';
import type { FastifyRequest } from 'fastify';
import { malformed, ProblemException, unacceptableField } from './problem';

/** The fields of a multipart request, in the order sent; one may come several times. */
export type SentFields = ReadonlyMap<string, readonly string[]>;

/** A file that has arrived. Whoever receives it forgets the file. */
export interface SentFile extends ReceivedFile {
  /** As the sender's computer calls it; only ever shown. */
  fileName: string;
}

/** What a multipart request holds. */
export interface ReceivedParts {
  file: SentFile | null;
  fields: SentFields;
}

interface PartBounds {
  /** Bytes of the file. */
  largest?: number;
  /** Bytes of a field; what goes over is cut off. */
  field?: number;
  fields?: number;
  /** What did not happen when the upload was cut short. */
  undone?: string;
}

/** Boundaries and fields around the largest file. */
const ENVELOPE = 1024 * 1024;
/** Characters between the parts; RFC 2046 allows 70, and quotation marks come on top. */
const LONGEST_BOUNDARY = 72;

/**
 * Takes a multipart request with at most one `file`, streaming it to the disk.
 *
 * @throws 413 over the limit; 415 for another kind of body; 400 when it was cut or cannot be read.
 *   Nothing is left behind then.
 */
export async function receiveParts(
  request: FastifyRequest,
  dataDir: string,
  { largest = LARGEST_UPLOAD, field = 100_000, fields: most = 50, undone = '' }: PartBounds = {},
): Promise<ReceivedParts> {
  if (!request.isMultipart()) {
    throw new ProblemException(415, 'Send the file as multipart/form-data.');
  }
  const boundary = /boundary=([^;]*)/i.exec(request.headers['content-type'] ?? '')?.[1] ?? '';
  if (boundary.length > LONGEST_BOUNDARY) {
    throw malformed('The boundary of the upload is too long.');
  }
  if (Number(request.headers['content-length'] ?? 0) > largest + ENVELOPE) {
    throw tooLarge(new FileTooLarge(largest));
  }
  const fields = new Map<string, string[]>();
  let file: SentFile | null = null;
  try {
    // The size is watched while storing, which reads to the end, so that the answer is heard.
    const limits = { fileSize: Number.MAX_SAFE_INTEGER, files: 1, fields: most, fieldSize: field };
    for await (const part of request.parts({ limits })) {
      if (part.type === 'field') {
        // A part that calls itself JSON has been parsed already.
        const value = typeof part.value === 'string' ? part.value : JSON.stringify(part.value);
        fields.set(part.fieldname, [...(fields.get(part.fieldname) ?? []), value]);
      } else if (part.fieldname === 'file') {
        const received = await receiveFile(part.file, dataDir, largest);
        file = { ...received, fileName: part.filename };
      } else part.file.resume();
    }
  } catch (error) {
    if (file) await forgetFile(file.path);
    throw asProblem(error, undone);
  }
  return { file, fields };
}

const tooLarge = ({ message }: FileTooLarge) => new ProblemException(413, message);

function asProblem(error: unknown, undone: string): unknown {
  if (error instanceof FileTooLarge) return tooLarge(error);
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (code === 'FST_FILES_LIMIT') return unacceptableField('file', 'Send one file at a time.');
  if (typeof code === 'string' && /^(ENOSPC|EACCES|EROFS|EDQUOT)$/.test(code)) return error;
  const cut = code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ECONNRESET';
  const unreadable = /multipart|boundary|aborted|premature|unexpected end/i.test(String(message));
  if (cut || unreadable || (typeof code === 'string' && code.startsWith('FST_'))) {
    return malformed(`The upload was cut short or cannot be read. ${undone} please try again.`);
  }
  return error;
}
