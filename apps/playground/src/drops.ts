/** Takes files that are dropped anywhere on the page: beside the field a browser would open them instead. */
export function takeDrops(
  give: (files: Iterable<File>) => void,
  dragging: (isDragging: boolean) => void,
): void {
  let depth = 0;
  addEventListener('dragenter', (event) => {
    if (!hasFiles(event)) return;
    depth += 1;
    if (depth === 1) dragging(true);
  });
  addEventListener('dragleave', (event) => {
    if (!hasFiles(event)) return;
    depth -= 1;
    if (depth === 0) dragging(false);
  });
  addEventListener('dragover', (event) => {
    if (hasFiles(event)) event.preventDefault();
  });
  addEventListener('drop', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    depth = 0;
    dragging(false);
    give(event.dataTransfer?.files ?? []);
  });
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') === true;
}
