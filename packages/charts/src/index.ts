export { customersBySegment } from './segments/customers-by-segment.js';
export { riskBySegment } from './segments/risk-by-segment.js';
export { valueBySegment } from './segments/value-by-segment.js';

export { gainByAssumption, type AssumptionSwing } from './policy/gain-by-assumption.js';
export { gainByBudget, type BudgetPoint, type SpentBudget } from './policy/gain-by-budget.js';
export { gainByPolicy, type ComparedPolicy } from './policy/gain-by-policy.js';
export { offersRecommended } from './policy/offers-recommended.js';
export { offersShown, policiesShown } from './policy/offers-shown.js';
export { policyTitle } from './policy/policy-title.js';

export { calibration, type CalibrationPoint, type ChurnQuality } from './model/calibration.js';
export { riskHistogram, type RiskBin } from './model/risk-histogram.js';
export { upliftCurve, type JudgedUplift } from './model/uplift-curve.js';

export { reasonsWaterfall, type RiskExplanation } from './customer/reasons-waterfall.js';
export { valueByMonth, type MonthValue } from './customer/value-by-month.js';
export { valueByOffer, type OfferValue } from './customer/value-by-offer.js';

export type { Estimate } from '@clv/contracts';
export type { Chart, ChartColumn, ChartOptions, ChartRow } from './chart.js';

export { axisLocale } from './numbers/axis-locale.js';
export {
  formatCount,
  formatMoney,
  formatMoneyExact,
  formatMultiple,
  formatPercent,
} from './numbers/number-format.js';
export { offerColor, segmentColor } from './look/palette.js';
export { theme, themeColors, type ThemeColors, type ThemeName } from './look/theme.js';
export { chartTexts } from './texts/chart-texts.js';
export { sayWith, type Say, type Texts } from './texts/say.js';
export { textsByLanguage, type Translations } from './texts/texts-by-language.js';
