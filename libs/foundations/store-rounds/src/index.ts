export { aboutData } from './about-data';
export { frameworkView, Frameworks, type PublishedFramework } from './frameworks';
export { Invitations, type Invited, type NewInvitation } from './invitations';
export { type Organisation, Organisations } from './organisations';
export { People, type Person } from './people';
export { Progress } from './progress';
export { factsOf, type NewRound, ROUND_COLUMNS, type Round, Rounds } from './rounds';
export { Staff, type StaffMember } from './staff';
export { StoreRoundsModule } from './store-rounds.module';
