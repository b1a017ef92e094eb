import type { Contract, Entry } from './contract.ts';

const MODULE = 'dist/index.js';
const DEFINITION = 'dist/define.js';

/** The contract as a Custom Elements Manifest, schema 2.1.0, which editors and documentation tools read. */
export function customElements(contract: Contract): object {
  const { className, tag, summary, description, attributes, properties } = contract;
  return {
    schemaVersion: '2.1.0',
    modules: [
      {
        kind: 'javascript-module',
        path: MODULE,
        declarations: [
          {
            kind: 'class',
            customElement: true,
            name: className,
            tagName: tag,
            summary,
            description,
            superclass: { name: 'LitElement', package: 'lit' },
            attributes: attributes.map((one) => Object.assign(typed(one), { fieldName: one.name })),
            members: [
              ...attributes.map((one) =>
                Object.assign(typed(one), { kind: 'field', attribute: one.name }),
              ),
              ...properties.map((one) => Object.assign(typed(one), { kind: 'field' })),
            ],
            events: contract.events.map(typed),
            slots: contract.slots.map(named),
            cssParts: contract.parts.map(named),
            cssProperties: contract.tokens.map(named),
          },
        ],
        exports: [
          { kind: 'js', name: className, declaration: { name: className, module: MODULE } },
        ],
      },
      {
        kind: 'javascript-module',
        path: DEFINITION,
        declarations: [],
        exports: [
          {
            kind: 'custom-element-definition',
            name: tag,
            declaration: { name: className, module: MODULE },
          },
        ],
      },
    ],
  };
}

function named({ name, description }: Entry): object {
  return { name, description };
}

function typed(entry: Entry): object {
  return { ...named(entry), type: { text: entry.type } };
}
