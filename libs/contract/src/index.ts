export * from './accounts';
export * from './framework';
export * from './give-feedback';
export * from './launch-round';
export * from './paths';
export * from './problem';
export * from './read-report';
export * from './welcome';
