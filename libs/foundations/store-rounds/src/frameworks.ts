import { Injectable } from '@nestjs/common';
import type { FrameworkView } from '@facet/contract';
import type { Framework } from '@facet/domain-framework';
import type { Transaction } from '@facet/platform';

export interface PublishedFramework {
  readonly id: string;
  readonly version: number;
  readonly content: Framework;
}

/** A framework as its readers see it. */
export const frameworkView = ({ id, version, content }: PublishedFramework): FrameworkView => ({
  id,
  name: content.name,
  version,
  scale: { points: [...content.scale.points], notObserved: content.scale.notObserved },
  prompts: content.prompts,
  qualities: content.qualities.map((quality) => ({ ...quality, behaviours: [...quality.behaviours] })),
});

const COLUMNS = 'id, version, content';

@Injectable()
export class Frameworks {
  async byId(tx: Transaction, id: string): Promise<PublishedFramework | null> {
    const [row] = await tx.query<PublishedFramework>(`select ${COLUMNS} from people.framework where id = $1`, [id]);
    return row ?? null;
  }

  /** The newest version of each framework, by name. */
  async newest(tx: Transaction): Promise<PublishedFramework[]> {
    return tx.query<PublishedFramework>(`select distinct on (name) ${COLUMNS} from people.framework order by name, version desc`);
  }

  /** Publishes the next version of this name; content that is already its newest version is not published twice. */
  async publish(tx: Transaction, id: string, content: Framework): Promise<PublishedFramework> {
    await tx.query(
      `insert into people.framework (id, organisation, name, version, content, published_at)
        select $1, platform.organisation(), $2, coalesce(max(version), 0) + 1, $3, $4 from people.framework where name = $2
        having (array_agg(content order by version desc))[1] is distinct from $3::jsonb`,
      [id, content.name, JSON.stringify(content), tx.now],
    );
    const [row] = await tx.query<PublishedFramework>(
      `select ${COLUMNS} from people.framework where name = $1 order by version desc limit 1`,
      [content.name],
    );
    if (!row) throw new Error('a framework that was just published is there');
    return row;
  }
}
