import { amount, months, name, type RoleNames, words } from './role-names.js';

const who = '(cliente|abonado|socio|suscriptor|cuenta|usuario|miembro)';
const number = '(id|identificador|numero|num|no|n|nro|codigo|cod|clave)';

export const spanish: RoleNames = {
  id: [
    name(`${number}_?(de_|del_|de_la_)?${who}`, `${who}_?${number}`),
    name(who, 'identificador', `${number}_(de_|del_)?(contrato|poliza)`),
  ],
  label: [
    name('baja|(es_|de_|dado_de_)baja', '(ha_)?(cancelado|abandonado)|cancelo', 'abandono|cancelacion|fuga'),
    [],
    words('baja|cancelado|cancelo|cancelacion|fuga'),
  ],
  price: [
    amount(
      '(cuota|tarifa|factura|renta)_(mensual|al_mes|por_mes)',
      '(precio|importe|cargo|pago|ingreso|gasto|coste|costo|cobro)s?_(mensual(es)?|al_mes|por_mes)',
      'mensualidad',
      '(precio|cuota|tarifa)_(de_la_|de_)?suscripcion',
    ),
    amount('precio|cuota|tarifa'),
  ],
  margin: [amount('margen_(bruto_)?(mensual|al_mes)'), amount('margen|margen_bruto')],
  tenure: [
    months(
      'antiguedad(_(del_)?cliente)?',
      '(cliente|socio)_desde',
      'meses_(de_|como_)(antiguedad|cliente|socio)',
    ),
  ],
};
