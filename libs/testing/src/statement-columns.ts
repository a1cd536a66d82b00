import { Client } from 'pg';

/** A column of what a statement gives: its name and the OID of its type. */
export interface StatementColumn {
  name: string;
  dataTypeID: number;
}

/** What of pg's connection a prepared statement is described by. */
interface Connection {
  parse(statement: { text: string; name: string; types: number[] }): void;
  describe(what: { type: 'S'; name: string }): void;
  sync(): void;
}

/** Prepares statements and asks what they give, without running any of them. */
export class StatementReader {
  private constructor(private readonly client: Client) {}

  static async open(url: string): Promise<StatementReader> {
    const client = new Client(url);
    await client.connect();
    return new StatementReader(client);
  }

  /**
   * @param makers make the temporary tables it works on; they are run, with nulls, and taken back
   * @throws what PostgreSQL has against the statement
   */
  async columnsOf(
    text: string,
    makers: readonly { text: string; values: unknown[] }[] = [],
  ): Promise<StatementColumn[]> {
    await this.client.query('BEGIN');
    try {
      for (const maker of makers) {
        await this.client.query(
          maker.text,
          maker.values.map(() => null),
        );
      }
      return await this.describe(text);
    } finally {
      await this.client.query('ROLLBACK');
    }
  }

  private describe(text: string): Promise<StatementColumn[]> {
    return new Promise((resolve, reject) => {
      let columns: StatementColumn[] = [];
      this.client.query({
        submit(connection: unknown) {
          const line = connection as Connection;
          line.parse({ text, name: '', types: [] });
          line.describe({ type: 'S', name: '' });
          line.sync();
        },
        handleRowDescription: ({ fields }: { fields: StatementColumn[] }) => {
          columns = fields.map(({ name, dataTypeID }) => ({ name, dataTypeID }));
        },
        handleError: reject,
        handleReadyForQuery: () => resolve(columns),
      } as never);
    });
  }

  close(): Promise<void> {
    return this.client.end();
  }
}
