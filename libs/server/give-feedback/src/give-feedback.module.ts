import { Module } from '@nestjs/common';
import { OpenSurvey } from './open-survey';
import { SaveAnswers } from './save-answers';
import { SendAnswers } from './send-answers';
import { SurveyController } from './survey.controller';
import { SurveyDoor } from './survey-door';
import { TakeBackAnswers } from './take-back-answers';

@Module({
  controllers: [SurveyController],
  providers: [OpenSurvey, SaveAnswers, SendAnswers, SurveyDoor, TakeBackAnswers],
  exports: [OpenSurvey, SaveAnswers, SendAnswers, TakeBackAnswers],
})
export class GiveFeedbackModule {}
