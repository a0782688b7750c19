import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { of, path } from '@facet/contract';
import { example } from '@facet/report-in-words/examples';
import { beforeEach, expect, jest, test } from '@jest/globals';
import { DownloadPdf } from './download-pdf';

const address = of(path.reportPdf, example.round);
const kept: string[] = [];

beforeEach(() => {
  kept.length = 0;
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
  URL.createObjectURL = () => 'blob:file';
  URL.revokeObjectURL = () => undefined;
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    kept.push(this.download);
  });
});

/** Bytes as the page's own world knows them. */
const bytes = (text: string): ArrayBuffer => Uint8Array.from(text, (letter) => letter.charCodeAt(0)).buffer;
/** What follows an answer is done in a turn of its own. */
const answered = async (fixture: ComponentFixture<DownloadPdf>): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve));
  await fixture.whenStable();
};
const pressed = async (): Promise<{ fixture: ComponentFixture<DownloadPdf>; page: HTMLElement; server: HttpTestingController }> => {
  const fixture = TestBed.createComponent(DownloadPdf);
  fixture.componentRef.setInput('report', example);
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  page.querySelector('button')?.click();
  TestBed.tick();
  return { fixture, page, server: TestBed.inject(HttpTestingController) };
};

test('while the PDF is made the page says so, and then the file is there under its leader’s name', async () => {
  const { fixture, page, server } = await pressed();
  expect(page.querySelector('[role="status"]')?.textContent).toContain('Setting the pages');
  expect(page.querySelector('button')?.disabled).toBe(true);
  server.expectOne(address).flush(bytes('%PDF-'));
  await answered(fixture);
  expect(kept).toEqual(['Report of Ada Okafor, 9 December 2026.pdf']);
  expect(page.querySelector('[role="status"]')).toBeNull();
});

test('a PDF that could not be made is told of in the server’s words, and can be asked for again', async () => {
  const { fixture, page, server } = await pressed();
  const problem = { code: 'pdf_failed', title: 'The PDF could not be made this time.', status: 503, detail: 'The report is safe.' };
  server.expectOne(address).flush(bytes(JSON.stringify(problem)), { status: 503, statusText: 'Service Unavailable' });
  await answered(fixture);
  expect(page.querySelector('[role="alert"]')?.textContent).toContain('The report is safe.');
  expect(kept).toEqual([]);
  page.querySelector<HTMLButtonElement>('[role="alert"] button')?.click();
  server.expectOne(address);
});

test('whoever leaves the page waits for nothing any more', async () => {
  const { fixture, server } = await pressed();
  const request = server.expectOne(address);
  fixture.destroy();
  expect(request.cancelled).toBe(true);
});
