import { amount, months, name, type RoleNames, words } from './role-names.js';

const who = '(customer|client|user|account|member|subscriber|cust|acct)';

export const english: RoleNames = {
  id: [
    name(`${who}_?(id|no|nr|num|number|key|code|ref|uuid|guid)(_number)?`),
    [
      ...name('id|uuid|guid|msisdn', who),
      ...name('(contract|policy|subscription)_?(no|nr|number)'),
      /_id$|^id_/,
    ],
  ],
  label: [
    name(
      '(is_|has_)?(churn|churned)',
      'churn_?(label|flag|value|status)',
      'attrition|attrition_flag',
      '(is_|has_)?(exited|left|cancell?ed|lapsed|attrited)',
    ),
    name('target|label|y'),
    words('churn|churned|attrition|cancell?ed|cancel|cancellation|lapsed|terminated'),
  ],
  price: [
    amount(
      'monthly_?(recurring_?)?(charges?|price|fee|bill|spend|revenue|cost|amount|payment)',
      'mrr',
      '(subscription|plan|recurring)_?(price|fee|charges?|revenue|amount)',
    ),
    amount('price|arpu|fee'),
  ],
  margin: [
    amount('monthly_?(gross_?)?(margin|profit|contribution)'),
    amount('margin|gross_margin|contribution_margin|contribution'),
  ],
  tenure: [
    months(
      'tenure',
      'months_?(active|on_book|as_(a_)?customer|subscribed)',
      'customer_(for|since)',
      '(account|customer|subscription|membership)_(length|age)',
    ),
  ],
  sensitivity: [name('((discount|price|offer|incentive|promo)_)?sensitivity')],
  offer: [name('offer(_id)?'), name('treatment|campaign|arm|incentive')],
  propensity: [name('propensity(_score)?')],
  outcome: [name('outcome'), name('response|retained|stayed|converted|conversion')],
};
