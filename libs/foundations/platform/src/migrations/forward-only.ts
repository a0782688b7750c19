import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Going back would drop people's answers: a backup is the way back. */
export abstract class ForwardOnly implements MigrationInterface {
  /** TypeORM orders by the timestamp at the end of the name. */
  abstract readonly name: string;
  protected abstract readonly sql: string;

  async up(db: QueryRunner): Promise<void> {
    await db.query(this.sql);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Facet’s migrations only go forward. Restore a backup to go back.'));
  }
}
