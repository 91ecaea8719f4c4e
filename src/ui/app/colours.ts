/** Reads colours as `#rrggbb`, for what draws without style sheets: a custom property, or a colour of the system's. */
export function colourReader(): (name: string) => string {
  const probe = document.createElement('span');
  probe.hidden = true;
  // Otherwise every colour would be read as the one that the system forces on text.
  probe.style.setProperty('forced-color-adjust', 'none');
  document.body.append(probe);
  const style = getComputedStyle(probe);
  queueMicrotask(() => probe.remove());
  return (name) => {
    probe.style.color = name.startsWith('--') ? `var(${name})` : name;
    const numbers = style.color.match(/[\d.]+/g) ?? [];
    return `#${numbers
      .slice(0, 3)
      .map((part) => Math.round(Number(part)).toString(16).padStart(2, '0'))
      .join('')}`;
  };
}
