import { Module } from '@nestjs/common';
import { Bearer } from './bearer';
import { HeldAboutMe } from './held-about-me';
import { LostLink } from './lost-link';
import { OpenSurvey } from './open-survey';
import { OwnLinkController } from './own-link.controller';
import { ReplaceLink } from './replace-link';
import { SaveAnswers } from './save-answers';
import { SendAnswers } from './send-answers';
import { SurveyController } from './survey.controller';
import { SurveyDoor } from './survey-door';
import { TakeBackAnswers } from './take-back-answers';
import { WrongGroup } from './wrong-group';

@Module({
  controllers: [SurveyController, OwnLinkController],
  providers: [
    ...[Bearer, HeldAboutMe, LostLink, OpenSurvey, ReplaceLink, SaveAnswers, SendAnswers, SurveyDoor, TakeBackAnswers, WrongGroup],
  ],
  exports: [OpenSurvey, SaveAnswers, SendAnswers, TakeBackAnswers],
})
export class GiveFeedbackModule {}
