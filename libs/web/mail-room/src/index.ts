export { mailRoomRoutes } from './mail-room.routes';
