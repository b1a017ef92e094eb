export type { HouseholdShape, Member, MemberKind } from './model/household.ts';
export type { BenefitPack } from './model/pack.ts';
export type { Contact, Deadline, MoneyKind, Programme } from './model/programme.ts';
export type { Control, Gate, PackUnits, Question, QuestionSet, Unit } from './model/question.ts';
export type { LegalSource, PackSources } from './model/source.ts';
export type { GateTexts, PackTexts, ProgrammeTexts, VariableTexts } from './model/texts.ts';
