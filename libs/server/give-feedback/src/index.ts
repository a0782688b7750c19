export { DeclineReasonsModule } from './for-the-coach/decline-reasons.module';
export { GiveFeedbackModule } from './give-feedback.module';
export { OpenSurvey } from './open-survey';
export { SaveAnswers } from './save-answers';
export { SendAnswers } from './send-answers';
export { TakeBackAnswers } from './take-back-answers';
