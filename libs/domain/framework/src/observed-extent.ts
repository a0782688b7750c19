import type { Framework, Scale } from './framework';

/** The scale of a framework that brings none: how far a behaviour has been seen, which a colleague can know, not how good it is. */
export const observedExtent: Scale = {
  points: [
    { value: 1, label: 'Not yet seen' },
    { value: 2, label: 'Seen a little' },
    { value: 3, label: 'Seen in some situations' },
    { value: 4, label: 'Seen in most situations' },
    { value: 5, label: 'Seen consistently' },
  ],
  notObserved: 'Not observed',
};

/** The two open questions of a framework that brings none; they suit a colleague and a leader answering about themselves. */
export const openQuestions: Framework['prompts'] = {
  seen: 'Where, when or how has this been seen? An example helps most.',
  help: 'What could come next, and who or what would help?',
};
