import type { Contract } from './contract.ts';

/**
 * Types for JSX that name no framework: a project adds them to its own, e.g.
 * `declare module 'react' { namespace JSX { interface IntrinsicElements extends CustomElements {} } }`.
 */
export function jsxTypes({
  className,
  tag,
  summary,
  attributes,
  properties,
  events,
}: Contract): string {
  const attributeLines = attributes.flatMap(({ name, type, description }) =>
    property(`${name}?`, `${type} | undefined`, description),
  );
  const propertyLines = properties.flatMap(({ name, description }) =>
    property(`${name}?`, `${className}['${name}'] | undefined`, description),
  );
  const eventLines = events.flatMap(({ name, description }) =>
    property(
      `'on${name}'?`,
      `((event: ${className}Events['${name}']) => void) | undefined`,
      description,
    ),
  );
  return `import type { ${className}, ${className}Events } from './index.js';

/** ${summary}: attributes, properties and events of \`<${tag}>\`. */
export interface ${className}Props {
${[...attributeLines, ...propertyLines, ...eventLines].join('\n')}
}

/** Add these to the elements your framework knows: \`interface IntrinsicElements extends CustomElements {}\`. */
export interface CustomElements<Base = { class?: string; id?: string; lang?: string; slot?: string; children?: unknown }> {
  '${tag}': ${className}Props & Base;
}
`;
}

function property(name: string, type: string, description: string): string[] {
  return [`  /** ${description} */`, `  ${name}: ${type};`];
}
