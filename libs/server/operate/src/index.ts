export { demoPeople } from './demo/demo-people';
export { DemoSchool } from './demo/demo-school';
export { installDemoClock, moveDemoClock } from './demo/demo-clock';
export { examine, type Patient } from './doctor/examine';
export type { Finding } from './doctor/finding';
export { keepDemoApart } from './demo/keep-demo-apart';
export { OperateModule } from './operate.module';
export { Tick } from './tick';
export { type Mailbox, startMailbox } from './mailbox/mailbox-server';
