import { join } from 'node:path';
import ts from 'typescript';

export interface ContractRoute {
  /** The name of the answer's type, `Visit[]`; of one without a name its fields; null for a file. */
  answer: string | null;
  /** Its fields; those that may be left out with a question mark. Null where no fields are named. */
  body: string[] | null;
  /** As the body's fields. */
  query: string[];
}

/** `Routes` of the contract, as the compiler sees it. */
export function contractRoutes(): Map<string, ContractRoute> {
  const contract = join(__dirname, '../../../../libs/contract/src');
  const [entry, shapes] = [join(contract, 'routes/index.ts'), join(contract, 'shapes/index.ts')];
  const program = ts.createProgram([entry, shapes], { strict: true, lib: ['lib.es2023.d.ts'] });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(entry) as ts.SourceFile;
  const exportsOf = (file: string) =>
    checker.getExportsOfModule(
      checker.getSymbolAtLocation(program.getSourceFile(file) as ts.SourceFile) as ts.Symbol,
    );
  const routes = exportsOf(entry).find(({ name }) => name === 'Routes') as ts.Symbol;
  // A type made from a shape is known to the compiler by what it is made with.
  const named = new Map(
    exportsOf(shapes)
      .filter(({ flags }) => flags & ts.SymbolFlags.TypeAlias)
      .map((symbol) => [checker.getDeclaredTypeOfSymbol(symbol), symbol.name]),
  );
  const typeOf = (symbol: ts.Symbol) => checker.getTypeOfSymbolAtLocation(symbol, source);

  const fieldsOf = (type: ts.Type | undefined) =>
    (type?.getProperties() ?? [])
      .map(({ name, flags }) => name + (flags & ts.SymbolFlags.Optional ? '?' : ''))
      .sort();
  const nameOf = (type: ts.Type): string => {
    if (checker.isArrayType(type)) {
      const [row] = checker.getTypeArguments(type as ts.TypeReference);
      return `${nameOf(row as ts.Type)}[]`;
    }
    if (type.flags & ts.TypeFlags.Void) return 'void';
    const name = named.get(type) ?? type.aliasSymbol?.name ?? type.symbol.name;
    if (name !== '__type') return name;
    return fieldsOf(type).join();
  };
  return new Map(
    checker
      .getDeclaredTypeOfSymbol(routes)
      .getProperties()
      .map((route) => {
        const part = (name: string) => {
          const symbol = checker.getPropertyOfType(typeOf(route), name);
          return symbol && typeOf(symbol);
        };
        const [answer, body, query] = [part('answer'), part('body'), part('query')];
        return [
          route.name,
          {
            answer: answer ? nameOf(answer) : null,
            body: body && nameOf(body) !== 'FormData' ? fieldsOf(body) : null,
            query: fieldsOf(query),
          },
        ];
      }),
  );
}
