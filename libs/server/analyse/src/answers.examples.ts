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

/** A leader whose every figure can be computed by hand: four peers, two direct reports and one other, who are folded. */
export const ada = `leader,rater,group,behaviour,rating,seen,help
Ada,ada,self,1.1,5,,
Ada,ada,self,1.2,3,,
Ada,ada,self,2.1,2,,
Ada,m1,line_manager,1.1,4,,
Ada,m1,line_manager,1.2,N,,
Ada,m1,line_manager,2.1,4,,
Ada,m2,line_manager,1.1,3,,
Ada,m2,line_manager,1.2,2,,
Ada,p1,peer,1.1,4,Often,More
Ada,p1,peer,1.2,3,,
Ada,p1,peer,2.1,4,,
Ada,p2,peer,1.1,4,,
Ada,p2,peer,1.2,4,,
Ada,p2,peer,2.1,5,,
Ada,p3,peer,1.1,3,Once,
Ada,p3,peer,1.2,N,,
Ada,p3,peer,2.1,4,,
Ada,p4,peer,1.1,5,,
Ada,p4,peer,1.2,N,,
Ada,p4,peer,2.1,5,,
Ada,d1,direct_report,1.1,2,,
Ada,d1,direct_report,1.2,3,,
Ada,d1,direct_report,2.1,5,,
Ada,d2,direct_report,1.1,3,,
Ada,d2,direct_report,1.2,4,,
Ada,d2,direct_report,2.1,4,,
Ada,o1,other,1.1,4,,
Ada,o1,other,1.2,5,,
Ada,o1,other,2.1,3,,
`;
