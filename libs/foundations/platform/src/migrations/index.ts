import { RolesAndClock1764000000001 } from './1-roles-and-clock';
import { People1764000000002 } from './2-people';
import { Mail1764000000003 } from './3-mail';
import { Answers1764000000004 } from './4-answers';
import { Access1764000000005 } from './5-access';
import { Doors1764000000006 } from './6-doors';
import { Wording1764000000007 } from './7-wording';
import { BeforeAndBesideARound1764000000008 } from './8-before-and-beside-a-round';
import { Erasure1764000000009 } from './9-erasure';
import { ReportDesk1764000000010 } from './10-report-desk';
import { DoorsThatDelete1764000000011 } from './11-doors-that-delete';
import { Retention1764000000012 } from './12-retention';
import { OwnLink1764000000013 } from './13-own-link';
import { SecondFactor1764000000014 } from './14-second-factor';
import { SingleSignOn1764000000015 } from './15-single-sign-on';
import { AuditLog1764000000020 } from './20-audit-log';
import { Approver1764000000021 } from './21-approver';

export const migrations = [
  RolesAndClock1764000000001,
  People1764000000002,
  Mail1764000000003,
  Answers1764000000004,
  Access1764000000005,
  Doors1764000000006,
  Wording1764000000007,
  BeforeAndBesideARound1764000000008,
  Erasure1764000000009,
  ReportDesk1764000000010,
  DoorsThatDelete1764000000011,
  Retention1764000000012,
  OwnLink1764000000013,
  SecondFactor1764000000014,
  SingleSignOn1764000000015,
  AuditLog1764000000020,
  Approver1764000000021,
];
