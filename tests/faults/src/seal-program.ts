import 'reflect-metadata';
import { createInterface } from 'node:readline';
import { FileVault } from '@facet/answer-links';
import { auditForReaders } from '@facet/domain-report';
import { MailRows } from '@facet/mail';
import { createLogger, Database, dataSource } from '@facet/platform';
import { AuditAlarm, SealRound, type SealWatcher, UnreadableAnswers } from '@facet/server-seal-round';
import { EnvelopesOfRound, RoundLocks, SecretDestruction, UnreadableRounds } from '@facet/store-answers-envelopes';
import { SealedRounds } from '@facet/store-answers-released';
import { Frameworks, Invitations, Rounds } from '@facet/store-rounds';

// A process that seals one round: seal-program DATABASE_URL KEYS ORGANISATION ROUND [gated]. It says each step before it takes it;
// gated, it waits there for a line on standard input, so that its parent can end it at exactly that step.
const [url = '', keys = '', organisation = '', round = '', gated] = process.argv.slice(2);
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();

const watcher: SealWatcher = async (step) => {
  process.stdout.write(`${step}\n`);
  if (gated !== undefined) await lines.next();
};

const source = await dataSource(url, 3).initialize();
const sealing = new SealRound(
  new Database(source),
  new FileVault(keys),
  new RoundLocks(),
  new EnvelopesOfRound(),
  new SecretDestruction(),
  new SealedRounds(),
  new Rounds(),
  new Frameworks(),
  new Invitations(),
  new MailRows(),
  new AuditAlarm(new MailRows(), createLogger('silent')),
  new UnreadableAnswers(new UnreadableRounds(), new MailRows()),
  auditForReaders,
  watcher,
);
const result = await sealing.seal(organisation, round, 'clock');
process.stdout.write(`result: ${JSON.stringify(result)}\n`);
await source.destroy();
process.exit(0);
