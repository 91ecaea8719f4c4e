import { expect, type Locator, type Page } from '@playwright/test';

/** The terminal: typed into by keyboard, read from what assistive technology is told of it, and from its screen. */
export class Terminal {
  readonly tab: Locator;
  readonly panel: Locator;
  readonly input: Locator;
  /** What xterm draws, row by row. */
  readonly screen: Locator;
  /** Each line that was run, with what it printed; the last twenty of them. */
  readonly entries: Locator;
  readonly requests: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.tab = page.getByRole('tab', { name: 'Terminal' });
    this.panel = page.getByRole('tabpanel', { name: 'Terminal' });
    this.input = this.panel.getByRole('textbox', { name: 'Terminal input' });
    this.screen = this.panel.locator('.xterm-rows');
    this.entries = this.panel.getByRole('region', { name: 'Terminal output' }).locator('pre');
    this.requests = this.panel.getByRole('button', { name: /requests?: see Requests$/ });
  }

  /** Goes to the terminal by its key, and waits for the prompt. */
  async open(): Promise<void> {
    await this.#page.keyboard.press('Control+`');
    await expect(this.input).toBeFocused();
    await this.prompt();
  }

  /** Waits until the screen ends so: with the prompt, or with what is told. A line that wraps is one. */
  async prompt(end = '#'): Promise<void> {
    await expect
      .poll(async () => (await this.rows()).slice(-3).join('').slice(-end.length), { intervals: [20, 50, 100] })
      .toBe(end);
  }

  /** The rows on the screen, the empty ones at the end left out. */
  async rows(): Promise<readonly string[]> {
    const rows = await this.screen.locator('> div').allTextContents();
    const texts = rows.map((row) => row.replaceAll('\u00a0', ' ').trimEnd());
    return texts.slice(0, texts.findLastIndex((row) => row !== '') + 1);
  }

  /** Types a line, waits until it is done, and gives what it printed. */
  async run(line: string): Promise<string> {
    const before = await this.#count();
    await this.#page.keyboard.insertText(line);
    await this.#page.keyboard.press('Enter');
    await expect.poll(() => this.#count(), { intervals: [10, 20, 50, 100] }).toBe(before + 1);
    const text = (await this.entries.last().textContent()) ?? '';
    return text.slice(line.length + '$ '.length + 1);
  }

  async #count(): Promise<number> {
    const last = this.entries.last();
    return (await this.entries.count()) === 0 ? 0 : Number(await last.getAttribute('data-number'));
  }
}
