import { amount, months, name, type RoleNames, words } from './role-names.js';

const who = '(cliente|assinante|conta|usuario|utilizador|socio|membro)';
const number = '(id|identificador|numero|num|no|n|nro|codigo|cod|chave)';

export const portuguese: RoleNames = {
  id: [
    name(`${number}_?(de_|do_|da_)?${who}`, `${who}_?${number}`),
    name(who, `${number}_(de_|do_)?(contrato|apolice)`),
  ],
  label: [
    name(
      '(foi_)?(cancelado|cancelou)',
      '(e_)?(desistente|evadido|evadiu|saiu)',
      'cancelamento|evasao|desistencia|abandono',
    ),
    [],
    words('cancelou|cancelado|cancelamento|evasao|evadido|desistencia|desistente'),
  ],
  price: [
    amount(
      'mensalidade(_(da_|do_)?(assinatura|plano))?',
      '(valor|preco|custo|pagamento|gasto|encargo|fatura)s?_(mensal|mensais|por_mes|ao_mes)',
      '(receita|tarifa|taxa|cobranca|fatura)_(recorrente_)?(mensal|por_mes)(_recorrente)?',
      '(preco|valor)_(da_|do_)(assinatura|plano)',
    ),
    amount('preco|tarifa'),
  ],
  margin: [amount('margem_(bruta_)?(mensal|por_mes)'), amount('margem|margem_bruta')],
  tenure: [
    months(
      'tempo_(de_|como_)(casa|cliente|contrato|assinatura)',
      'antiguidade(_(do_)?cliente)?',
      'cliente_(ha|desde)',
      'meses_(de_|como_)(casa|cliente)',
    ),
  ],
};
