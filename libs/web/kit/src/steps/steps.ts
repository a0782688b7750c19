import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';

export interface Step {
  readonly label: string;
  readonly state: 'done' | 'next' | 'later';
  /** Where the step is taken. */
  readonly link?: readonly string[];
}

/** A line of steps with the next one lit. */
@Component({
  selector: 'kit-steps',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink],
  templateUrl: './steps.html',
  styleUrl: './steps.css',
})
export class Steps {
  readonly steps = input.required<readonly Step[]>();
  /** What the steps lead to, for those who do not see the line. */
  readonly label = input.required<string>();
}
