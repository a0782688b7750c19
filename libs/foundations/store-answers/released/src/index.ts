export { SealedRounds, Snapshots } from './released';
export { ReleasedModule } from './released.module';
