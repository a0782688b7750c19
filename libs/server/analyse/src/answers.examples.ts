import { observedExtent, openQuestions, type Framework } from '@facet/domain-framework';

/** Two qualities with three behaviours, on five points. */
export const framework: Framework = {
  name: 'Two qualities',
  language: 'en-GB',
  scale: observedExtent,
  prompts: openQuestions,
  qualities: [
    { code: '1', name: 'Listens', definition: '', behaviours: ['1.1', '1.2'].map((code) => ({ code, text: `Text of ${code}` })) },
    { code: '2', name: 'Plans', definition: '', behaviours: [{ code: '2.1', text: 'Text of 2.1' }] },
  ],
  reflection: [],
  conversation: [],
};
