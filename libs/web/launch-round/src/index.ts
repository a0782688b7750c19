export { launchRoundRoutes } from './launch-round.routes';
