import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Uploads and reports lie in the database; those of before are taken over from the data folder. */
export class StoreFiles1795461000000 implements MigrationInterface {
  name = 'StoreFiles1795461000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE stored_files (
        id uuid NOT NULL,
        purpose text NOT NULL,
        bytes bigint,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT stored_files_pk PRIMARY KEY (id),
        CONSTRAINT stored_files_purpose_check CHECK (purpose IN ('upload', 'report'))
      )`,
    );
    await queryRunner.query(
      `CREATE TABLE stored_file_chunks (
        file_id uuid NOT NULL,
        seq integer NOT NULL,
        content bytea NOT NULL,
        CONSTRAINT stored_file_chunks_pk PRIMARY KEY (file_id, seq),
        CONSTRAINT stored_file_chunks_file_id_fk FOREIGN KEY (file_id) REFERENCES stored_files(id) ON DELETE CASCADE
      )`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE stored_file_chunks, stored_files`);
  }
}
