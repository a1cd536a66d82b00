import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const root = join(__dirname, '../../..');

/** Phrases that a native reader stumbles on, each with what to write instead. */
const PHRASES: readonly [RegExp, string][] = [
  [/all the same\b(?!\s+(day|time|school))/i, '"anyway"'],
  [/speaks? against/i, '"There is a problem with this date"'],
  [/Each is written to/i, '"Each school gets an email when you confirm its visit"'],
  [/(May be|when) left open/i, '"Optional", "Leave blank to …"'],
  [/\bRead is the\b/, '"Reading the sheet"'],
  [/\d for one\b|\bfor one[.,;]/, '"for example 2024-25"'],
  [/\bTake it over\b|\b(was|be|is|are) taken over\b/i, '"Import", "imported"'],
  [/\bTake it back\b|\bTake back\b/i, '"Don’t send", "Clear answer"'],
  [/Offer no more|offered no more/i, '"Hide", "hidden"'],
  [/^\s*Whose\b|[_*]Whose[_*]/, '"Owner"'],
  [/\b(No|Every)body's\b|\bNobody yet\b/, '"Unassigned", "Everyone’s", "Not assigned"'],
  [/written to once/i, '"The school gets an email when you confirm the visit"'],
  [/\bat a weekend\b/, '"at the weekend"'],
  [/that were not right/i, '"failed"'],
  [/of those that match/i, '"3 of 8 matching schools"'],
  [/\bBeing made\b/, '"Preparing"'],
  [/\bwaits (for )?its turn\b/i, '"Waiting for its turn"'],
  [/\bNone is open\b|\bis answered yet\b/, '"No open actions", "has been answered yet"'],
  [/what can be done with/i, '"Skip to actions for"'],
  [/\bactions? of mine\b|\bvisits? of mine\b/i, '"my actions"'],
  [/\b(is|are) given out\b/, '"will be assigned"'],
  [/judge it so|it is judged so/i, '"Reason for this rating"'],
  [/Leave the level open/i, '"Clear"'],
  [/\bIn their way\b|keeps schools from doing more/i, '"Barriers"'],
  [/^What came of it/, '"Outcome"'],
  [/\bGo on later\b|\bGo on with it\b/i, '"Save and close", "Continue here"'],
  [/Please write no names/i, '"Please don’t include pupils’ names"'],
  [/\bWho comes\b/i, '"Visitor"'],
  [/answer this e?mail/i, '"reply to this email"'],
  [/or the password is not right/i, '"Incorrect email or password"'],
  [/Why is said there/i, '"See the reason below"'],
  [/Somebody to go/i, '"Visitor assigned"'],
  [/\bHas closed\b/, '"School closed"'],
  [/met beside/i, '"Anyone else you met"'],
  [/More about what is (strong|needed)/i, '"Other strengths", "Other needs"'],
  [/Nothing is left to move/i, '"This visit no longer needs moving"'],
  [/whose day has come/i, '"due by today"'],
  [/somebody is to come/i, '"visit booked"'],
  [/\bpassed over\b/i, '"skipped"'],
  [/The file was not taken/i, '"Import rejected"'],
  [/\bBeing read\b/, '"Reading file"'],
  [/Back to proportion/i, '"Use proportional share"'],
  [/not known: none/i, '"unknown scores 0 and is shown as unknown"'],
  [/Also narrowed by/i, '"Other filters"'],
  [/Without pinned/i, '"Hide pinned"'],
  [/Theirs is enough/i, '"Keep theirs, delete mine"'],
  [/It says that the school has agreed/i, '"Records that the school agreed to"'],
  [/goes from your list/i, '"This removes the name from your list"'],
  [/visits a school week/, '"visits needed per school week"'],
  [/\be-mail/i, '"email"'],
  [
    /\b(an?|the|this|that|one|by|each|your|no|every|any|which|all) mails?\b(?! servers?)/i,
    '"email"',
  ],
  [/^Mails?\b(?! servers?)/, '"Email"'],
  [/thank you for having us/i, 'nothing: the visit is still to come'],
];

/** What people read: text of strings, of templates and between tags, with its line. Names of modules are not. */
function textsOf(file: string): { line: number; text: string }[] {
  const source = readFileSync(join(root, file), 'utf8');
  if (file.endsWith('.md')) {
    return source.split('\n').map((text, i) => ({ line: i + 1, text }));
  }
  const parsed = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const found: { line: number; text: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (
      ts.isStringLiteralLike(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddleOrTemplateTail(node) ||
      ts.isJsxText(node)
    ) {
      const { line } = parsed.getLineAndCharacterOfPosition(node.getStart());
      found.push({ line: line + 1, text: node.text.replace(/\s+/g, ' ') });
    }
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  return found;
}

function stumbles(file: string): string[] {
  return textsOf(file).flatMap(({ line, text }) =>
    PHRASES.filter(([phrase]) => phrase.test(text.replaceAll('’', "'"))).map(
      ([, better]) => `${file}:${line} "${text.trim().slice(0, 80)}": write ${better}`,
    ),
  );
}

const listed = execFileSync('git', ['ls-files', 'apps', 'libs', 'docs', 'README.md'], {
  cwd: root,
  encoding: 'utf8',
});
const files = listed
  .split('\n')
  .filter((file) => /\.(tsx?|md)$/.test(file))
  .filter((file) => !/\.spec\.ts$|\.e2e\.ts$|\/test\/|\/testing\//.test(file));

test('no phrase that a native reader stumbles on comes back to a screen, an email, an error or a guide', () => {
  expect(files.length).toBeGreaterThan(500);
  expect(files.flatMap(stumbles)).toEqual([]);
});

test('the phrases are found where they stand', () => {
  const caught = PHRASES.filter(([phrase]) => phrase.test('Schedule it all the same'));
  expect(caught).toHaveLength(1);
  expect(PHRASES.some(([phrase]) => phrase.test('we all went on the same day'))).toBe(false);
});
