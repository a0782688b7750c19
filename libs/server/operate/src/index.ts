export { demoPeople } from './demo/demo-people';
export { DemoSchool } from './demo/demo-school';
export { installDemoClock, moveDemoClock } from './demo/demo-clock';
export { OperateModule } from './operate.module';
export { Tick } from './tick';
export { type Mailbox, startMailbox } from './mailbox/mailbox-server';
