import { randomUUID } from 'node:crypto';
import type { Framework } from '@facet/domain-framework';
import type { TestDatabase } from './test-database';

/** People of one organisation who may sign in, and a framework that is published in it. */
export interface TestSchool {
  readonly organisation: string;
  readonly leader: TestPerson;
  readonly coach: TestPerson;
  readonly administrator: TestPerson;
  readonly framework: { readonly id: string; readonly content: Framework };
}

export interface TestPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

const framework: Framework = {
  name: 'Two qualities',
  language: 'en-GB',
  scale: { points: [1, 2, 3, 4, 5].map((value) => ({ value, label: `Point ${value}` })), notObserved: 'Not observed' },
  prompts: { seen: 'Where, how or when have you seen this?', help: 'What one thing would help?' },
  qualities: [
    { code: '1', name: 'Listening', definition: 'Hears people.', behaviours: [{ code: '1.1', text: 'Listens before speaking.' }] },
    { code: '2', name: 'Deciding', definition: 'Makes up their mind.', behaviours: [{ code: '2.1', text: 'Decides in time.' }] },
  ],
  reflection: ['What does this mean for you?'],
  conversation: ['Talk to a colleague.'],
};

/** A school of its own: two in one test file share nothing, which is what tests about tenancy need. */
export async function testSchool(db: TestDatabase, domain = 'school.test'): Promise<TestSchool> {
  const organisation = randomUUID();
  await db.source.query(
    `insert into people.organisation (id, name, zone, domains, safeguarding_contact) values ($1, 'Hill Street School', 'Europe/London', $2, null)`,
    [organisation, [domain]],
  );
  const person = async (name: string, role: string): Promise<TestPerson> => {
    const added = { id: randomUUID(), name, email: `${name.split(' ')[0]?.toLowerCase() ?? ''}@${domain}` };
    await db.source.query(`insert into people.person (id, organisation, name, email, roles) values ($1, $2, $3, $4, $5)`, [
      added.id,
      organisation,
      added.name,
      added.email,
      [role],
    ]);
    return added;
  };
  const id = randomUUID();
  await db.source.query(
    `insert into people.framework (id, organisation, name, version, content, published_at) values ($1, $2, $3, 1, $4, '2026-01-01')`,
    [id, organisation, framework.name, framework],
  );
  return {
    organisation,
    leader: await person('Ada Okafor', 'leader'),
    coach: await person('Ines Moreau', 'coach'),
    administrator: await person('Priya Nair', 'administrator'),
    framework: { id, content: framework },
  };
}
