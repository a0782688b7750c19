import { signal } from '@angular/core';
import { expect, test } from '@jest/globals';
import { typedFrom } from './typed-from';

test('what is typed outlives a fetch that brings the same, and gives way to one that brings something else', () => {
  const fetched = signal({ name: 'Ada', roles: ['leader'] });
  const typed = typedFrom(() => ({ name: fetched().name, roles: fetched().roles }));
  expect(typed()).toEqual({ name: 'Ada', roles: ['leader'] });
  typed.set({ name: 'Ada Okafor', roles: ['leader'] });
  fetched.set({ name: 'Ada', roles: ['leader'] });
  expect(typed().name).toBe('Ada Okafor');
  fetched.set({ name: 'Ada', roles: ['coach'] });
  expect(typed()).toEqual({ name: 'Ada', roles: ['coach'] });
});
