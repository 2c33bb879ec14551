import type { Language } from '../../base/i18n/index.ts';

type InLanguages = Readonly<Record<Language, string>>;

/** What customers write, by what it is about. The last four hold words that bring a person at once (B5); the others must not. */
export const MATTERS = {
  payment: {
    az: '8841 nömrəli sifariş üçün 25 AZN ödədim, hələ heç nə gəlməyib.',
    en: 'I paid 25 AZN for order 8841 and nothing came so far.',
    ru: 'Оплатил заказ 8841 на 25 AZN, а товара до сих пор нет.',
    tr: '8841 numaralı sipariş için 25 AZN ödedim, henüz bir şey gelmedi.',
  },
  account: {
    az: 'Telefonu dəyişdim, indi giriş kodu gəlmir.',
    en: 'I changed my phone and the code for signing in does not come.',
    ru: 'Поменял телефон, теперь не приходит код для входа.',
    tr: 'Telefonumu değiştirdim, şimdi giriş kodu gelmiyor.',
  },
  feature: {
    az: 'Çatdırılma ünvanını harada dəyişmək olar?',
    en: 'Where can I change the address of a delivery?',
    ru: 'Где можно изменить адрес доставки?',
    tr: 'Teslimat adresini nereden değiştirebilirim?',
  },
  complaint: {
    az: 'Kuryer bağlamanı səhv qapıda qoyub getdi.',
    en: 'The courier left my parcel at the wrong door.',
    ru: 'Курьер оставил посылку у чужой двери.',
    tr: 'Kurye paketi yanlış kapıya bıraktı.',
  },
  idea: {
    az: 'Tətbiqdə qaranlıq rejim olsa, yaxşı olardı.',
    en: 'A dark theme would help those who read at night.',
    ru: 'Хорошо бы сделать тёмную тему в приложении.',
    tr: 'Uygulamada karanlık tema olsa güzel olurdu.',
  },
  hacked: {
    az: 'Hesabımı sındırıblar, içində başqası var.',
    en: 'My account was hacked, somebody else is in it.',
    ru: 'Мой аккаунт взломали, там кто-то чужой.',
    tr: 'Hesabım hacklendi, içinde başkası var.',
  },
  fraud: {
    az: 'Fırıldaqçılar kartımdan 300 manat çıxarıb.',
    en: 'This is fraud: 300 AZN left my card without me.',
    ru: 'Мошенники сняли с моей карты 300 манат.',
    tr: 'Dolandırıcılar kartımdan 300 manat çekti.',
  },
  payment_failed: {
    az: 'Ödəniş keçmədi, nə edim?',
    en: 'The payment failed, what shall I do?',
    ru: 'Платёж не прошёл, что делать?',
    tr: 'Ödeme başarısız oldu, ne yapmalıyım?',
  },
  kyc: {
    az: 'Verifikasiya üçün sənəd göndərdim, cavab yoxdur.',
    en: 'I sent my passport for verification and heard nothing.',
    ru: 'Отправил документы на верификацию, ответа нет.',
    tr: 'Kimlik doğrulama için belge gönderdim, cevap yok.',
  },
} as const satisfies Record<string, InLanguages>;

/** What a customer writes about. */
export type Matter = keyof typeof MATTERS;

/** What customers write later: an answer to an agent, a question after news, thanks. */
export const LATER = {
  answer: {
    az: 'Bəli, sifarişin nömrəsi 8841-dir.',
    en: 'Yes, the number of the order is 8841.',
    ru: 'Да, номер заказа 8841.',
    tr: 'Evet, siparişin numarası 8841.',
  },
  news: {
    az: 'Yenilik varmı?',
    en: 'Is there any news?',
    ru: 'Есть ли новости?',
    tr: 'Bir gelişme var mı?',
  },
  thanks: { az: 'Çox sağ olun!', en: 'Thank you!', ru: 'Спасибо!', tr: 'Teşekkürler!' },
} as const satisfies Record<string, InLanguages>;

/** What agents write. */
export const AGENTS = {
  reply: {
    az: 'Baxdım, sifarişiniz yoldadır. Sizə çatan kimi yazın.',
    en: 'I have looked: your order is on its way. Write to me once it is there.',
    ru: 'Я посмотрела: заказ в пути. Напишите, когда он придёт.',
    tr: 'Baktım, siparişiniz yolda. Gelince bana yazın.',
  },
  ask: {
    az: 'sifarişin nömrəsi',
    en: 'the number of the order',
    ru: 'номер заказа',
    tr: 'siparişin numarası',
  },
  resolve: {
    az: 'Sifarişi yoxladım, hər şey qaydasındadır.',
    en: 'I have checked the order and put it right.',
    ru: 'Заказ проверен, всё исправлено.',
    tr: 'Siparişi kontrol ettim, sorun giderildi.',
  },
} as const satisfies Record<string, InLanguages>;
