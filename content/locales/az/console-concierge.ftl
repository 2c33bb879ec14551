# Konsolda konsyerjlər: nişanlar, söhbət bağlı olanda yol, şəxsən üzərinə götürmə, mesajların köçürülməsi, parametrlər.

# keys: console-concierge-*
console-concierge-open = { $name } ilə şəxsi söhbət. Cavablar onun adından gedir.
console-concierge-personal = Bununla bot söhbətində { $name } şəxsən məşğul olur
console-concierge-lost = { $name } hesabını qoşmayıb. Buradan bu söhbətə heç nə çatmır.
console-concierge-no-right = { $name } öz adından cavab yazmağa icazə verməyib.
console-concierge-over = Telegram cavabları müştərinin son mesajından sonra 24 saat ötürür. Bu vaxt bitib.
console-concierge-not-yours = Bu, { $name } ilə şəxsi söhbətdir. Burada yalnız konsyerjlər cavab yazır; qeyd yaza bilərsiniz.
console-concierge-left = { $time } qalıb
console-concierge-closed = bağlıdır
console-concierge-go-on = Bot söhbətində davam et
console-concierge-not-moved = Köçürülmədi

console-take-over = Üzərinə götür və salamla
console-take-over-short = Şəxsən
console-take-over-title = Şəxsən üzərinə götür
console-take-over-lead = { $name } sizin adınız və Telegram fotonuzla salamlanır və kartda bununla sizin məşğul olduğunuzu görür.
console-take-over-words = Sözləriniz
console-take-over-failed = Üzərinə götürülmədi
console-vip-make = VIP et
console-vip-end = Daha VIP deyil
console-vip-failed = Heç nə dəyişmədi
console-event-taken-over = { $who } işi şəxsən üzərinə götürdü
console-event-taken-to-bot = { $who } bot söhbətində davam etdi
console-event-message-removed = { $who } bir mesajı sildi


# keys: settings-concierge-*
settings-concierge = Konsyerjlər
settings-concierge-lead = VIP müştərilər birbaşa bir insana, onun öz Telegram hesabına yazır. Həmin söhbətlər burada müraciətdir, həmkarlar cavab verməyə kömək edə bilər.
settings-concierge-members = Qoşulmuş hesablar
settings-concierge-members-hint = Rolu olan şəxs botu Telegram-da qoşur: Parametrlər → Telegram Business → Çatbotlar.
settings-concierge-none = Hələ heç kim hesab qoşmayıb. Kiməsə VIP konsyerj rolu verin; sonra o, botu Telegram-da qoşur.
settings-concierge-since = { $day } tarixindən
settings-concierge-connected = Qoşulub
settings-concierge-off = Ayrılıb
settings-concierge-lost = Əlaqə itib
settings-concierge-no-reply = Cavab icazəsi yoxdur
settings-concierge-no-read = Oxundu qeyd etmir
settings-concierge-lets-in = Kimin söhbətləri komandaya gəlir
settings-concierge-lets-in-hint = Qalan söhbətlərdən heç nə saxlanmır: nə söz, nə ad. Həmkarlarla söhbətlər həmişə şəxsi qalır.
settings-concierge-lets-vip = VIP müştərilərin
settings-concierge-lets-vip-hint = Konsyerjlər müştərini müraciət səhifəsində VIP edir.
settings-concierge-lets-all = Yazan hər kəsin
settings-concierge-lets-all-hint = Yalnız iş üçün istifadə olunan hesablarda: əks halda dostlar və ailə də oxunar.

console-message-removed = Müəllifi silib
console-move = Başqa müraciətə köçür
console-move-rest = Ondan sonrakı hər şeylə birlikdə
console-move-new = Yeni müraciət
console-moved = № { $number } müraciətinə köçürüldü
console-move-failed = Heç nə köçürülmədi
