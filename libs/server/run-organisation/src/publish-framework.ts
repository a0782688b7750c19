import { Injectable } from '@nestjs/common';
import { recordEvent } from '@facet/audit-log';
import type { Framework } from '@facet/domain-framework';
import { Database } from '@facet/platform';
import { Frameworks, type PublishedFramework } from '@facet/store-rounds';
import { randomUUID } from 'node:crypto';

export interface Publication extends PublishedFramework {
  /** False where the newest version of this name was this very framework already. */
  readonly isNew: boolean;
}

/**
 * Makes a framework one that a leader can launch on: the next version of its name. Rounds keep the version that they were
 * launched on.
 */
@Injectable()
export class PublishFramework {
  constructor(
    private readonly database: Database,
    private readonly frameworks: Frameworks,
  ) {}

  async publish(organisation: string, framework: Framework): Promise<Publication> {
    const id = randomUUID();
    return this.database.as('facet_people', organisation, async (tx) => {
      // Two at once would count the same next version: the second waits for the first.
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`framework ${organisation} ${framework.name}`]);
      const published = await this.frameworks.publish(tx, id, framework);
      const isNew = published.id === id;
      const detail = { framework: framework.name, version: published.version };
      if (isNew) recordEvent(tx, { kind: 'framework_published', by: 'operator', detail });
      return { ...published, isNew };
    });
  }
}
