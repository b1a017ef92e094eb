/** Language and title of the page around, where the element is what it is about. */
export function keepInStep(page: Document, language: string, title: string): void {
  const { documentElement: root } = page;
  if (root.lang !== language) root.lang = language;
  if (page.title !== title) page.title = title;
}
