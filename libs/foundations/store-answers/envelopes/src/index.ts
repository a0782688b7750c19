export { Envelopes, EnvelopesOfRound, type Place, type Sealable, type Stored, UNREADABLE } from './envelopes';
export { EnvelopesModule } from './envelopes.module';
export { type Entered, LiveStatus, type Status } from './live-status';
export { RoundLocks } from './round-locks';
export { type OwedDestruction, SecretDestruction } from './secret-destruction';
export { UnreadableRounds, type UnreadableState } from './unreadable-rounds';
