import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Doorbell } from '@facet/mail';
import { type RecordingSmtp, redisIsInstalled, TestRedis } from '@facet/testing';
import { afterAll, expect, test } from '@jest/globals';
import { checkMails, type Tally } from './check-mails';
import { FaultStage } from './fault-stage';
import { until } from './in-time';
import { letGo, mailsToSend } from './mails-to-send';
import { PeopleAtWork } from './pressed-launch';
import { settled } from './settled';
import { tellNotRun } from './table';

// A disk that is full. It is one of the test's own, in memory: nothing of the machine is filled.

/** A disk of so many megabytes; null where this account may not mount one. */
function ownDisk(megabytes: number): OwnDisk | null {
  const folder = mkdtempSync(join(tmpdir(), 'facet-disk-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', folder]);
  if (status === 0) return new OwnDisk(folder);
  rmSync(folder, { recursive: true });
  return null;
}

class OwnDisk {
  private readonly ballast: string;
  constructor(readonly folder: string) {
    this.ballast = join(folder, 'ballast');
    chmodSync(folder, 0o755);
  }

  /** To the last block. */
  fill(): void {
    const piece = Buffer.alloc(4_096);
    for (;;)
      try {
        writeFileSync(this.ballast, piece, { flag: 'a' });
      } catch {
        return; // that nothing more can be written is what was wanted
      }
  }

  free(): void {
    rmSync(this.ballast, { force: true });
  }

  remove(): void {
    spawnSync('umount', ['--lazy', this.folder]);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const gone = (end: () => void): Promise<void> => {
  end();
  return Promise.resolve();
};

const disk = ownDisk(220);
const stage = disk === null ? null : await FaultStage.open(disk.folder);
const testWithDisk = disk === null ? test.skip : test;
const NO_DISK = 'only root may mount a disk of its own to fill';
if (disk === null) tellNotRun('F25 PostgreSQL’s disk full', NO_DISK);
afterAll(async () => {
  await stage?.close();
  disk?.remove();
});

const MOST_LAUNCHES = 100;

testWithDisk(
  'row 79: F25: while the database’s disk is full people hear so, and once there is room everything is there, once',
  async () => {
    if (stage === null || disk === null) throw new Error('the test is skipped without a disk');
    const { db } = stage;
    await stage.meet('F25 PostgreSQL’s disk full', async (smtp: RecordingSmtp): Promise<Tally> => {
      const mails = await mailsToSend(db, smtp, { invitations: 20, reminders: 10, held: true });
      const people = await PeopleAtWork.open(db, db.source);
      stage.atEnd(() => people.app.close());
      const leaders = await Promise.all(Array.from({ length: MOST_LAUNCHES }, () => people.leader()));
      disk.fill();
      stage.atEnd(() => gone(() => disk.free()));
      const launched: typeof leaders = [];
      let refused: (typeof leaders)[number] | undefined;
      for (const leader of leaders) {
        const { status, body } = await leader.press();
        if (status === 201) launched.push(leader);
        else {
          refused = leader;
          expect({ status, body }).toMatchObject({ status: 503, body: { code: 'not_now', title: 'Facet cannot save anything just now.' } });
          break;
        }
      }
      await refused?.isNotThere();
      disk.free();
      await until('the database answers', () => db.database.answers());
      expect(await refused?.pressUntilLaunched()).toEqual([201]);
      for (const leader of launched) await leader.isWhole();
      await db.source.query(`update post.mail set not_before = 'infinity' where id <> all($1)`, [mails.ids]); // to the coaches
      await letGo(db, mails.ids);
      await stage.worker(mails);
      await until('they have left', async () => {
        const waiting = await db.source.query<unknown[]>(`select from post.mail where id = any($1) and state <> 'sent'`, [mails.ids]);
        return waiting.length === 0;
      });
      const tally = await checkMails(db, smtp, mails);
      expect(tally).toEqual({ accepted: mails.ids.length, copies: 0, unknown: 0 });
      return tally;
    });
  },
);

const testWithRedis = disk !== null && redisIsInstalled ? test : test.skip;
if (disk === null) tellNotRun('F25 Redis’s AOF on a full disk', NO_DISK);

testWithRedis('F25: a Redis whose disk is full keeps nobody waiting and loses no mail', async () => {
  if (stage === null) throw new Error('the test is skipped without a disk');
  const { db } = stage;
  await stage.meet('F25 Redis’s AOF on a full disk', async (smtp) => {
    const own = ownDisk(16);
    if (own === null) throw new Error('a disk could be mounted before');
    stage.atEnd(() => gone(() => own.remove()));
    const redis = await TestRedis.reserve();
    await redis.start('noeviction', ['--appendonly', 'yes', '--appendfsync', 'everysec', '--dir', own.folder]);
    stage.atEnd(() => redis.kill());
    const mails = await mailsToSend(db, smtp, { invitations: 20, reminders: 10, held: true });
    const worker = await stage.worker(mails, { redisUrl: redis.url, mail: { sweepSeconds: 1 } });
    own.fill();
    await letGo(db, mails.ids);
    let heard = 0;
    for (const id of mails.ids) {
      const began = performance.now();
      if (await worker.get(Doorbell).ring([id])) heard++;
      expect(performance.now() - began).toBeLessThan(3_000); // it allows itself half a second, and would wait for ever without
    }
    expect(heard).toBeLessThan(mails.ids.length);
    own.free();
    expect(await settled(db)).toBeLessThan(60_000);
    const tally = await checkMails(db, smtp, mails);
    expect(tally).toEqual({ accepted: mails.ids.length, copies: 0, unknown: 0 });
    return tally;
  });
});
