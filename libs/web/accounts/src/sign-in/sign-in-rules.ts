import { required, schema, validate } from '@angular/forms/signals';
import { digitsOf } from './sign-in-store';

export const addressRules = schema<{ email: string }>((path) => {
  required(path.email, { message: 'Write your email address.' });
  validate(path.email, ({ value }) => looksLikeAnAddress(value()));
});

export const codeRules = schema<{ code: string }>((path) => {
  required(path.code, { message: 'Write the six digits from the mail.' });
  validate(path.code, ({ value }) => hasSixDigits(value()));
});

const looksLikeAnAddress = (email: string) =>
  email.trim() === '' || /^\S+@\S+$/.test(email.trim())
    ? undefined
    : { kind: 'address', message: 'An email address looks like name@school.example.' };

const hasSixDigits = (code: string) =>
  code === '' || digitsOf(code).length === 6 ? undefined : { kind: 'digits', message: 'The code has six digits.' };
