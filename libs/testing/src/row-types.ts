import { join } from 'node:path';
import ts from 'typescript';

/** What PostgreSQL may give for a property of a row. */
export type ValueKind = 'string' | 'number' | 'boolean' | 'date' | 'list' | 'object' | 'null';

/** The properties of a row by name; null where the statement gives no rows that are typed. */
export type RowType = ReadonlyMap<
  string,
  { kinds: ReadonlySet<ValueKind>; optional: boolean }
> | null;

/**
 * The types of the rows of all `statement(...)` declarations, by the statement's name.
 *
 * @param config a tsconfig.json of the project
 * @param wanted which of the program's files are read
 */
export function rowTypes(config: string, wanted: (file: string) => boolean): Map<string, RowType> {
  const { config: read } = ts.readConfigFile(config, (file) => ts.sys.readFile(file));
  const parsed = ts.parseJsonConfigFileContent(read, ts.sys, join(config, '..'));
  const program = ts.createProgram(parsed.fileNames, { ...parsed.options, noEmit: true });
  const checker = program.getTypeChecker();
  const found = new Map<string, RowType>();
  const visit = (node: ts.Node): void => {
    if (
      ts.isCallExpression(node) &&
      ts.isIdentifier(node.expression) &&
      node.expression.text === 'statement' &&
      node.arguments[0] &&
      ts.isStringLiteralLike(node.arguments[0])
    ) {
      const made = checker.getTypeAtLocation(node) as ts.TypeReference;
      const row = checker.getTypeArguments(made)[0];
      found.set(node.arguments[0].text, row ? rowType(checker, row) : null);
    }
    ts.forEachChild(node, visit);
  };
  for (const file of program.getSourceFiles()) if (wanted(file.fileName)) visit(file);
  return found;
}

function rowType(checker: ts.TypeChecker, row: ts.Type): RowType {
  if (row.flags & ts.TypeFlags.Unknown) return null;
  const properties = checker.getPropertiesOfType(row).map((property) => {
    const type = checker.getTypeOfSymbol(property);
    const optional = (property.flags & ts.SymbolFlags.Optional) !== 0;
    return [property.name, { kinds: kindsOf(checker, type), optional }] as const;
  });
  return new Map(properties);
}

function kindsOf(checker: ts.TypeChecker, type: ts.Type): ReadonlySet<ValueKind> {
  const parts = type.isUnion() ? type.types : [type];
  return new Set(parts.flatMap((part) => kindOf(checker, part) ?? []));
}

function kindOf(checker: ts.TypeChecker, type: ts.Type): ValueKind | null {
  if (type.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Void)) return null;
  if (type.flags & ts.TypeFlags.Null) return 'null';
  if (type.flags & ts.TypeFlags.StringLike) return 'string';
  if (type.flags & ts.TypeFlags.NumberLike) return 'number';
  if (type.flags & ts.TypeFlags.BooleanLike) return 'boolean';
  if (checker.isArrayType(type) || checker.isTupleType(type)) return 'list';
  if (type.getSymbol()?.name === 'ReadonlyArray') return 'list';
  if (type.getSymbol()?.name === 'Date') return 'date';
  return 'object';
}
