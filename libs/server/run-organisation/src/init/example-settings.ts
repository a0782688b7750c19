/** What somebody might type at `facet init`. For specs. */
export const exampleSettings = {
  name: 'Hill Street School',
  'administrator-name': 'Ruth Vale',
  'administrator-email': 'ruth.vale@school.example',
  controller: 'Hill Street School, 1 Hill Street, Larkmead',
  purpose: 'To help our leaders learn.',
  contact: 'Pat Lowe, pat.lowe@school.example',
  'safeguarding-contact': 'Jo Park, extension 204',
  zone: 'Europe/London',
  domains: 'school.example',
} as const;
