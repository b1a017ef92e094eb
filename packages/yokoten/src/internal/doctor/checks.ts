import type { Check } from './check.ts';
import { dataLicence, dataOld, placeholderLeft, sampleDataLeft } from './data-checks.ts';
import * as documents from './document-checks.ts';
import * as links from './leftover-links.ts';
import { leftoverCode, leftoverName } from './leftover-names.ts';
import { dataOutside, leftoverCoordinates } from './leftover-places.ts';
import { partBehind } from './part-check.ts';
import { publiccodeInvalid, publiccodeOrigin } from './publiccode-checks.ts';
import * as security from './security-checks.ts';
import * as template from './template-checks.ts';
import { vendorStale } from './vendor-check.ts';
import { actionUnpinned, workflowDangerous, workflowPermissions } from './workflow-checks.ts';

/** Every check of `yokoten doctor`, in the order of the report and of docs/doctor.md. */
export const CHECKS: readonly Check[] = [
  leftoverName,
  leftoverCode,
  leftoverCoordinates,
  links.leftoverDomain,
  links.leftoverPreview,
  links.leftoverAnalytics,
  links.leftoverContact,
  sampleDataLeft,
  placeholderLeft,
  dataOutside,
  dataOld,
  dataLicence,
  template.noRecord,
  template.templateFileEdited,
  template.upgradePutOff,
  template.templateBehind,
  partBehind,
  vendorStale,
  security.undeclaredHost,
  security.secretFound,
  security.policyWeakened,
  security.ageNotShown,
  actionUnpinned,
  workflowPermissions,
  workflowDangerous,
  template.knownVulnerabilities,
  security.siteUnreachable,
  documents.codeLicence,
  documents.ownerUnnamed,
  documents.upstreamUncredited,
  documents.packNoticeMissing,
  publiccodeInvalid,
  publiccodeOrigin,
  documents.documentMissing,
  documents.accessibilityStatement,
  documents.privacyStatement,
  documents.noExactVersions,
];
