import { Module } from '@nestjs/common';
import { Desk } from './desk';
import { LetterDesk } from './letter-desk';
import { MailRoomController } from './mail-room.controller';

@Module({ controllers: [MailRoomController], providers: [Desk, LetterDesk] })
export class MailRoomModule {}
