# Settings → Not sent: what did not arrive, and what could not be handled.
# keys: settings-unsent-*

settings-unsent = Göndərilməyənlər
settings-unsent-lead = Telegram-a çatmayan və ya bəlkə də çatmayan mesajlar, həmçinin emal edilə bilməyən yenilənmələr. Heç nə itməyib: yenidən göndərin və ya imtina edin.
settings-unsent-none = Hamısı çatıb
settings-unsent-none-words = Burada heç nə gözləmir. Göndərilə bilməyən və ya çatıb-çatmadığı bilinməyən mesajlar səbəbi ilə burada görünür.
settings-unsent-show = Göstər
settings-unsent-all = Hamısı
settings-unsent-retry = Yenidən göndər
settings-unsent-retry-all = Hamısını yenidən göndər
settings-unsent-discard = İmtina et
settings-unsent-discard-all = Hamısından imtina et
settings-unsent-retry-sure = { $count } mesaj yenidən göndərilsin?
settings-unsent-discard-sure = { $count } mesajdan imtina edilsin?
settings-unsent-unknown = Bəlkə çatıb
settings-unsent-unknown-words = Telegram cavab verməmiş əlaqə kəsildi. Yenidən göndərməzdən əvvəl söhbətə baxın.
settings-unsent-unreachable = Əlçatmazdır
settings-unsent-unreachable-words = Müştəri botu bloklayıb və ya hesabını silib. O, yenidən yazanda mesajı göndərmək olar.
settings-unsent-refused = Rədd edilib
settings-unsent-refused-words = Telegram mesajı rədd etdi.
settings-unsent-no-chat = söhbətsiz
settings-unsent-no-words = mətnsiz
settings-unsent-said = Telegram-ın cavabı:
settings-unsent-updates = Emal edilə bilməyən yenilənmələr
settings-unsent-updates-hint = Hər işə salınanda, o cümlədən proqram yenilənəndən sonra yenidən yoxlanılır.
settings-unsent-update = Yenilənmə { $number }
settings-unsent-tries = { $count } cəhd
settings-unsent-try = Yenidən yoxla
settings-unsent-still = Hələ də emal edilə bilmir.
settings-unsent-group-lost = Bot artıq “{ $title }” əməkdaş qrupunda deyil. O qayıdanda baş verənlər orada göstəriləcək.
settings-unsent-group-lacking = “{ $title }” əməkdaş qrupunda botun hüququ çatmır. Hüquq veriləndə baş verənlər orada göstəriləcək.
