import * as z from 'zod';

const Code = z.string().regex(/^\d{1,2}(\.\d{1,2})?$/);

/** What a colleague is asked: one statement that can be seen in practice. */
export const BehaviourView = z.object({ code: Code, text: z.string() });
export const QualityView = z.object({ code: Code, name: z.string(), definition: z.string(), behaviours: z.array(BehaviourView) });
export const ScaleView = z.object({
  points: z.array(z.object({ value: z.int(), label: z.string() })),
  notObserved: z.string(),
});
export const FrameworkView = z.object({
  id: z.uuid(),
  name: z.string(),
  version: z.int().positive(),
  scale: ScaleView,
  prompts: z.object({ seen: z.string(), help: z.string() }),
  qualities: z.array(QualityView),
});
export type BehaviourView = z.infer<typeof BehaviourView>;
export type QualityView = z.infer<typeof QualityView>;
export type ScaleView = z.infer<typeof ScaleView>;
export type FrameworkView = z.infer<typeof FrameworkView>;
