import { ChangeDetectionStrategy, Component } from '@angular/core';
import { Mark, Page, Section } from '@facet/web-kit';
import { KitChart } from './kit-chart';
import { KitColours } from './kit-colours';
import { KitControls } from './kit-controls';
import { KitStates } from './kit-states';
import { KitText } from './kit-text';

/** Every piece of the design system in every state, for whoever changes one and wants to see them all. */
@Component({
  selector: 'facet-kit-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [KitChart, KitColours, KitControls, KitStates, KitText, Mark, Page, Section],
  templateUrl: './kit-page.html',
  styleUrl: './kit-page.css',
})
export class KitPage {
  protected readonly lit = [0, 1, 2, 3, 4, 5, 6, 7];
}
