import type { TestApi } from './test-api';

/** Outages of PostgreSQL as they are: the server itself refuses. */
export class DatabaseOutages {
  private readonly name: string;

  constructor(private readonly api: TestApi) {
    this.name = new URL(api.env.databaseUrl).pathname.slice(1);
  }

  /** What connects from now on can only read; what is connected is cut off. */
  async readOnly(): Promise<void> {
    await this.ask(`ALTER DATABASE ${this.name} SET default_transaction_read_only = on`);
    await this.api.postgresLine.cut();
    await this.api.postgresLine.mend();
  }

  /** What connects from now on can write; what is connected stays as it is. */
  async writableAgain(): Promise<void> {
    await this.ask(`ALTER DATABASE ${this.name} RESET default_transaction_read_only`);
  }

  /** Every write of a record is refused with the code; reads are not. */
  async refuseWrites(code: string): Promise<void> {
    await this.ask(`
      CREATE OR REPLACE FUNCTION refuse_write() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE 'could not extend file' USING ERRCODE = '${code}'; END $$`);
    await this.ask(`
      DO $$ DECLARE one text; BEGIN
        FOR one IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
          EXECUTE format('CREATE OR REPLACE TRIGGER refuse_write BEFORE INSERT OR UPDATE OR DELETE
            ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_write()', one);
        END LOOP;
      END $$`);
  }

  async takeWrites(): Promise<void> {
    await this.ask('DROP FUNCTION IF EXISTS refuse_write() CASCADE');
  }

  /** As when an administrator restarts it: every other connection ends, whatever it does. */
  async endConnections(): Promise<void> {
    await this.ask(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );
  }

  private async ask(sql: string): Promise<void> {
    const runner = this.api.dataSource.createQueryRunner();
    // The test's own line stays able to mend what it broke.
    await runner.query('SET default_transaction_read_only = off');
    await runner.query(sql);
    await runner.release();
  }
}
