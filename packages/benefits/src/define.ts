import { defineElement } from '@yokoten/ui';
import { BenefitNavigator } from './element/benefit-navigator.ts';

defineElement('benefit-navigator', BenefitNavigator);

declare global {
  interface HTMLElementTagNameMap {
    'benefit-navigator': BenefitNavigator;
  }
}

export { BenefitNavigator };
