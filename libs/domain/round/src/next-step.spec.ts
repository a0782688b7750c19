import { expect, test } from '@jest/globals';
import { nextStep } from './next-step';
import { legalMoves, type RoundState } from './states';

const facts = { leader: 'Ada Okafor', coach: 'Ines Moreau', confirmed: true, closes: 'Wednesday 9 December 2026 at 18:00 (Europe/London)' };

test('every state has a next step in one sentence for leader and coach', () => {
  for (const state of Object.keys(legalMoves) as RoundState[])
    for (const as of ['leader', 'coach'] as const) expect(nextStep(state, as, facts)).toMatch(/^[A-Z].*\.$/);
});

test('until the list is checked, the coach is asked to check it and the leader is told that the coach does', () => {
  expect(nextStep('open', 'coach', { ...facts, confirmed: false })).toContain('Please check the list of colleagues');
  expect(nextStep('open', 'leader', { ...facts, confirmed: false })).toContain('Ines Moreau checks the list');
});

test('what was changed on the list is the coach’s next step, and the others go on answering', () => {
  const changed = { leader: 'Ada', coach: 'Ines', confirmed: true, changes: true, closes: 'Friday' };
  expect(nextStep('open', 'coach', changed)).toBe('Please check what Ada has changed on the list: invitations leave when you confirm it.');
  expect(nextStep('open', 'leader', changed)).toBe(
    'Ines checks what you have changed on the list. Everybody else can answer until Friday.',
  );
});

test('a closed round that waits for the coach’s choice says so; any other says that the report is made next', () => {
  expect(nextStep('closed', 'coach', { ...facts, choiceDue: true })).toContain('Your choice about the report is due.');
  expect(nextStep('closed', 'leader', { ...facts, choiceDue: true })).toContain('Ines Moreau has to make a choice');
  for (const as of ['leader', 'coach'] as const) expect(nextStep('closed', as, facts)).toContain('The report is made next.');
});

test('a coach reads on which day a report is released, and whether they chose it; its leader does not', () => {
  const on = 'Monday 14 December 2026 at 09:00 (Europe/London)';
  expect(nextStep('sealed', 'coach', { ...facts, releases: { on, chosen: true } })).toContain(`on ${on}, as you chose.`);
  expect(nextStep('sealed', 'coach', { ...facts, releases: { on, chosen: false } })).toContain(`by itself on ${on}.`);
  expect(nextStep('sealed', 'leader', { ...facts, releases: { on, chosen: true } })).not.toContain('14 December');
});

test('a withdrawn report is nobody’s next step, and no word says whose data it was', () => {
  for (const state of ['sealed', 'released'] as const)
    for (const as of ['leader', 'coach'] as const)
      expect(nextStep(state, as, { ...facts, withdrawn: true })).toBe(
        'The report was withdrawn: personal data that it was made of had to be deleted.',
      );
});
