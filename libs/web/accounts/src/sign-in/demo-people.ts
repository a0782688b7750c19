import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, output } from '@angular/core';
import { DemoView, path } from '@facet/contract';
import { Notice } from '@facet/web-kit';

/** In demo mode only: whom to sign in as, and where the mail arrives. Elsewhere it stays empty. */
@Component({
  selector: 'facet-demo-people',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Notice],
  templateUrl: './demo-people.html',
  styleUrl: './demo-people.css',
})
export class DemoPeople {
  /** The address of the person who was pressed. */
  readonly chosen = output<string>();

  private readonly answer = httpResource(() => path.demo, { parse: (body) => DemoView.parse(body) });
  protected readonly demo = computed(() => (this.answer.hasValue() ? this.answer.value() : null));
}
