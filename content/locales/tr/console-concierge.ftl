# Konsolda konsiyerjler: işaretler, kapalı sohbette yol, bizzat üstlenme, mesaj taşıma, ayarlar.

# keys: console-concierge-*
console-concierge-open = { $name } ile özel sohbet. Yanıtlar onun adına gider.
console-concierge-personal = Bununla bot sohbetinde { $name } bizzat ilgileniyor
console-concierge-lost = { $name } hesabı bağlı değil. Buradan bu sohbete hiçbir şey ulaşmaz.
console-concierge-no-right = { $name } kendi adına yanıt verilmesine izin vermemiş.
console-concierge-over = Telegram, müşterinin son mesajından sonraki 24 saat boyunca yanıtlara izin verir. Bu süre doldu.
console-concierge-not-yours = Bu, { $name } ile özel sohbet. Burada yalnızca konsiyerjler yanıtlar; not yazabilirsiniz.
console-concierge-left = { $time } kaldı
console-concierge-closed = kapalı
console-concierge-go-on = Bot sohbetinde devam et
console-concierge-not-moved = Taşınmadı

console-take-over = Üstlen ve selamla
console-take-over-short = Bizzat
console-take-over-title = Bizzat üstlen
console-take-over-lead = { $name } sizin adınız ve Telegram fotoğrafınızla selamlanır ve kartta bununla sizin ilgilendiğinizi görür.
console-take-over-words = Sözleriniz
console-take-over-failed = Üstlenilmedi
console-vip-make = VIP yap
console-vip-end = Artık VIP değil
console-vip-failed = Hiçbir şey değişmedi
console-event-taken-over = { $who } konuyu bizzat üstlendi
console-event-taken-to-bot = { $who } bot sohbetinde devam etti
console-event-message-removed = { $who } bir mesajı sildi


# keys: settings-concierge-*
settings-concierge = Konsiyerjler
settings-concierge-lead = VIP müşteriler bir kişiye, onun kendi Telegram hesabına yazar. Bu sohbetler burada taleptir ve meslektaşlar yanıta yardım edebilir.
settings-concierge-members = Bağlı hesaplar
settings-concierge-members-hint = Rolü olan kişi botu Telegram’da bağlar: Ayarlar → Telegram Business → Sohbet botları.
settings-concierge-none = Henüz kimse hesap bağlamadı. Birine VIP konsiyerj rolü verin; sonra botu Telegram’da bağlar.
settings-concierge-since = { $day } tarihinden beri
settings-concierge-connected = Bağlı
settings-concierge-off = Bağlantı kesildi
settings-concierge-lost = Bağlantı koptu
settings-concierge-no-reply = Yanıt izni yok
settings-concierge-no-read = Okundu işaretlemiyor
settings-concierge-lets-in = Kimin sohbetleri ekibe gelir
settings-concierge-lets-in-hint = Diğer sohbetlerden hiçbir şey saklanmaz: ne bir söz ne bir ad. Meslektaşlarla sohbetler her zaman özel kalır.
settings-concierge-lets-vip = VIP müşterilerin
settings-concierge-lets-vip-hint = Konsiyerjler müşteriyi talep sayfasında VIP yapar.
settings-concierge-lets-all = Yazan herkesin
settings-concierge-lets-all-hint = Yalnızca iş için kullanılan hesaplarda: yoksa dostlar ve aile de okunur.

console-message-removed = Yazarı sildi
console-move = Başka talebe taşı
console-move-rest = Ve sonrasındaki her şey
console-move-new = Yeni talep
console-moved = № { $number } talebine taşındı
console-move-failed = Hiçbir şey taşınmadı
