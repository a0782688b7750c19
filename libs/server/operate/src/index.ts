export { demoPeople } from './demo/demo-people';
export { DemoSchool } from './demo/demo-school';
export { installDemoClock, moveDemoClock } from './demo/demo-clock';
export { keepDemoApart } from './demo/keep-demo-apart';
export { OperateModule } from './operate.module';
export { Tick } from './tick';
export { type Mailbox, startMailbox } from './mailbox/mailbox-server';
